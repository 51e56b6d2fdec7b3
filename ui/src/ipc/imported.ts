import type { SharedScorecard } from "./contract";
import { ratingWords, RECOMMENDATION_WORD } from "./words";

const SOURCE: Record<string, string> = { greenhouse: "Greenhouse", "interview-workbench": "another Interview Workbench", table: "a table" };

/** An imported scorecard in words: what was said there stands beside what it is shown as, where the two differ. */
export function importedWords(one: SharedScorecard) {
  const beside = (said: string, shown: string) => (said === "" || said === shown ? "" : said);
  return {
    key: `${one.source} ${one.id}`,
    interviewer: one.interviewer.name || "Someone not named",
    interview: one.interview,
    source: SOURCE[one.source] ?? one.source,
    submitted_at: one.submitted_at,
    overall: one.overall ? RECOMMENDATION_WORD[one.overall] : "No recommendation",
    overall_said: beside(one.overall_said, one.overall ?? ""),
    reason: one.reason,
    ratings: one.ratings.map((rating) => ({
      name: rating.name,
      shown: rating.level ? ratingWords(rating.level) : "no level",
      said: beside(rating.said, String(rating.level ?? "")),
      note: rating.note,
    })),
    answers: one.answers,
  };
}
