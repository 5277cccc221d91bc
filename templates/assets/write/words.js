// The texts of the forms in which visitors write.
import { textsOf } from "../texts.js";

export const { load: loadWords, word } = textsOf("write");
