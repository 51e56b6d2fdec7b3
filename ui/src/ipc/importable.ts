import { IMPORT_BYTES_MAX, type Failure } from "./contract";
import { sizeWords } from "./picture";

/** Why a file is not even read: what is larger ends in a message, not in the memory. Null where it can be. */
export function tooLarge(name: string, file: Pick<Blob, "size">): Failure | null {
  if (file.size <= IMPORT_BYTES_MAX) return null;
  return { code: "invalid", message: `${name} has ${sizeWords(file.size)}. The most is ${sizeWords(IMPORT_BYTES_MAX)}; split it into several files.` };
}
