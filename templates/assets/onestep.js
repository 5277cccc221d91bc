// A guide one step at a time.
import { OnePart } from "./one-part.js";

new OnePart("step");
