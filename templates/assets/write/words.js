// The texts of the forms in which visitors write.
import { textsOf } from "../fetched-strings.js";

export const { load: loadWords, word } = textsOf("write");
