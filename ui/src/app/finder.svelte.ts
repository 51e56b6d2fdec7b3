import { call } from "../ipc/call";
import type { CandidateCard, InterviewCard, KitCard, RoundCard } from "../ipc/contract";
import { asFailure } from "../ipc/failure";
import { isolate } from "../shared/names";
import { find } from "../shared/palette";
import { to } from "../shared/route.svelte";
import { place, type Offer } from "./search";

/** So many people and questions are found at once. */
const FOUND = 8;
/** Of so many of those people the interviews are found as well. */
const OF = 3;

/**
 * What is found by its words: people, their interviews, rounds, questions and kits. It asks what the lists ask, so that it finds
 * nobody whom they do not show.
 */
export class Finder {
  #found = $state.raw<Offer[]>([]);
  /** The answer to what was typed last is still to come. */
  looking = $state(false);
  /** Why nothing could be looked for. */
  why = $state("");
  #turn = 0;
  #blind: boolean;
  #around: Promise<Offer[]> | null = null;

  /** Beside hidden names nobody's interviews are told (`blind`): by how many there are one might know who is A and who is B. */
  constructor(blind: boolean) {
    this.#blind = blind;
  }

  /** What was found, as far as it fits what is typed now: an answer on its way does not leave what was found before it. */
  for(query: string): Offer[] {
    return this.looking ? find(query, this.#found) : this.#found;
  }

  async typed(query: string): Promise<void> {
    const turn = ++this.#turn;
    const text = query.trim();
    if (text === "") return void ([this.#found, this.looking, this.why] = [[], false, ""]);
    this.looking = true;
    try {
      const [people, questions, around] = await Promise.all([
        call("candidate_list", { text, limit: FOUND }),
        call("question_search", { text, limit: FOUND, ranked: true }),
        (this.#around ??= listed()),
      ]);
      const interviews = await Promise.all((this.#blind ? [] : people.candidates.slice(0, OF)).map((card) => interviewsOf(card)));
      if (turn !== this.#turn) return;
      const asked = questions.questions.map((card) => place(`q-${card.id}`, "Questions", card.title, to("questions", { id: card.id }), card.competency));
      [this.#found, this.why] = [[...people.candidates.map(person), ...interviews.flat(), ...find(query, around), ...asked], ""];
    } catch (thrown) {
      if (turn !== this.#turn) return;
      [this.#found, this.why, this.#around] = [[], asFailure(thrown).message, null];
    }
    this.looking = false;
  }
}

const person = ({ candidate, role }: CandidateCard) => place(`n-${candidate.id}`, "Candidates", candidate.name, to(["candidate", candidate.id]), role);

/** Those that the candidate's page leads to. */
async function interviewsOf({ candidate, submitted, open }: CandidateCard): Promise<Offer[]> {
  if (submitted + open === 0) return [];
  const { interviews } = await call("candidate_get", { candidate_id: candidate.id });
  return interviews.filter((card) => card.mine || card.state === "submitted").map(interview);
}

function interview(card: InterviewCard): Offer {
  const hash = to(["interview", card.id, ...(card.state === "submitted" ? ["scorecard"] : [])]);
  return place(`i-${card.id}`, "Interviews", card.candidate, hash, `${card.kit}, ${isolate(card.interviewer)}, ${card.state}`);
}

/** Rounds and kits: few enough to be looked through here. */
async function listed(): Promise<Offer[]> {
  const [{ rounds }, { kits }] = await Promise.all([call("round_list", {}), call("kit_list", {})]);
  const round = ({ round, role }: RoundCard) => place(`r-${round.id}`, "Rounds", round.title, to(["round", round.id]), role);
  const kit = ({ id, title, role }: KitCard) => place(`k-${id}`, "Kits", title, to(["kit", id]), role);
  return [...rounds.map(round), ...kits.map(kit)];
}
