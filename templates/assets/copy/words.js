// The texts of "Use this course".
import { textsOf } from "../texts.js";

export const { load: loadWords, word, counted } = textsOf("copy");
