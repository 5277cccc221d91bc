// The texts of "Use this course".
import { textsOf } from "../fetched-strings.js";

export const { load: loadWords, word, counted } = textsOf("copy");
