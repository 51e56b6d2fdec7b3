import type { CandidateErased } from "../../ipc/contract";

/** What the last erasure did, until its message was seen: the list of candidates tells it. No name is kept. */
let last = $state.raw<CandidateErased | null>(null);

export const erased = {
  get last() {
    return last;
  },
  tell(done: CandidateErased) {
    last = done;
  },
  seen() {
    last = null;
  },
};
