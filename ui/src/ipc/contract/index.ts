// GENERATED from the contract table by `make gen`. (First draft by hand; the generated file keeps these names.)
export type Timestamp = string; // RFC 3339, UTC
export type Rating = 1 | 2 | 3 | 4 | 5 | "not_asked" | "could_not_judge";
export type Recommendation = "strong_no" | "no" | "yes" | "strong_yes";
export type EntryKind = "note" | "quote" | "good" | "concern" | "follow_up";
export type TickTarget = "indicator" | "red_flag";
export type TickState = "heard" | "prompted";
export type InterviewState = "open" | "submitted";
export type QuestionType = "knowledge" | "scenario" | "behavioural";
export type Paper = "a4" | "letter";
export type Theme = "system" | "light" | "dark";
export type Code = "invalid" | "not_found" | "locked" | "conflict" | "name_first" | "undrawable" | "disk_full" | "storage" | "cannot_open" | "cannot_write" | "bug";
export type Failure = { code: Code; message: string };

export type Interviewer = { id: string; name: string };
export type Competency = { id: string; name: string; definition: string; weight: number };
export type Role = { id: string; title: string; level: string; competencies: Competency[] };
export type Question = { id: string; section: string; type: QuestionType; title: string; prompt: string; competency: string; tags: string[]; minutes: number; indicators: string[]; red_flags: string[]; probes: string[]; anchors: [string, string, string, string, string] };
export type KitQuestion = { question_id: string; required: boolean };
export type Kit = { id: string; role_id: string; title: string; slot_minutes: number; opening: string; closing: string; questions: KitQuestion[] };
export type KitContent = { kit: Kit; role: Role; questions: Question[] };
export type Candidate = { id: string; name: string; role_id: string; sample: boolean; added_at: Timestamp };
export type Entry = { id: string; question_id: string | null; kind: EntryKind; text: string; at_seconds: number; kept_at: Timestamp; rev: number };
export type Tick = { question_id: string; target: TickTarget; number: number; state: TickState };
export type Draft = { question_id: string | null; kind: EntryKind; text: string; at_seconds: number };
export type QuestionRecord = { question_id: string; rating: Rating | null; spent_seconds: number };
export type Scorecard = { recommendation: Recommendation | null; reason: string; submitted_at: Timestamp | null; hash: string | null };
export type Interview = { id: string; candidate_id: string; interviewer: Interviewer; state: InterviewState; started_at: Timestamp; kit_version: number; kit_hash: string; content: KitContent; records: QuestionRecord[]; entries: Entry[]; ticks: Tick[]; scorecard: Scorecard; at: string | null; drafts: Draft[] };
export type MarkedLine = { number: number; text: string; state: TickState | null };
export type Answer = { interview_id: string; interviewer: string; question_id: string; number: number; required: boolean; title: string; prompt: string; competency_id: string; competency: string; rating: Rating | null; anchor: string | null; planned_minutes: number; spent_seconds: number; indicators: MarkedLine[]; red_flags: MarkedLine[]; entries: Entry[] };
export type Opinion = { interviewer: string; recommendation: Recommendation };
export type CompareCandidate = { id: string; name: string; sample: boolean; submitted: number; missing: number; hidden: boolean; opinions: Opinion[]; red_flags: number };
export type CellRating = { interview_id: string; interviewer: string; question_id: string; question: string; rating: Rating | null };
export type CompareCell = { ratings: CellRating[] };
export type CompareRow = { competency: Competency; cells: CompareCell[] };
export type CompareTable = { candidates: CompareCandidate[]; rows: CompareRow[]; cautions: string[] };

export type Nothing = Record<string, never>;
export type Settings = { theme: Theme; paper: Paper };
export type Status = { version: string; interviewer: Interviewer | null; protected: boolean; data_folder: string; settings: Settings };
export type InterviewCard = { id: string; candidate_id: string; candidate: string; role: string; kit: string; interviewer: string; mine: boolean; state: InterviewState; started_at: Timestamp; submitted_at: Timestamp | null; saved_at: Timestamp; questions: number; rated: number; entries: number };
export type CandidateCard = { candidate: Candidate; role: string; submitted: number; open: number; continue_id: string | null /* my own open interview */ };
export type Today = { open: InterviewCard[]; waiting: CandidateCard[] /* no interview yet */; recent: InterviewCard[] /* submitted, newest first */ };
export type KitCard = { id: string; role_id: string; role: string; title: string; version: number; slot_minutes: number; planned_minutes: number; required: number; optional: number };
export type KitDetail = { content: KitContent; version: number; hash: string };
export type QuestionCard = { id: string; title: string; section: string; type: QuestionType; competency: string /* its name */; minutes: number; version: number };
export type QuestionDetail = { question: Question; competency: string; version: number; hash: string };
export type CandidateDetail = { card: CandidateCard; interviews: InterviewCard[] };
export type InterviewLive = { interview: Interview; candidate: Candidate; role: string; mine: boolean; now: Timestamp };
export type Saved = { at: Timestamp };
export type EntrySaved = { entry: Entry; at: Timestamp };
export type ScorecardSubmitted = { scorecard: Scorecard; at: Timestamp };
export type Evidence = { candidate: string; competency: Competency; answers: Answer[] };
export type Undrawable = { character: string; code: string; place: string };
export type ExportCheck = { file_name: string; pages: number; submitted: number; missing: number; undrawable: Undrawable[] };
export type Exported = { path: string; pages: number; sha256: string };

export type Commands = {
  status_get: [Nothing, Status];
  settings_set: [Settings, Settings];
  interviewer_set: [{ name: string }, Interviewer];
  today_get: [Nothing, Today];
  role_list: [Nothing, { roles: Role[] }];
  kit_list: [Nothing, { kits: KitCard[] }];
  kit_get: [{ kit_id: string }, KitDetail];
  question_list: [Nothing, { questions: QuestionCard[] }];
  question_search: [{ text: string; limit?: number; ranked?: boolean }, { questions: QuestionCard[] }];
  question_get: [{ question_id: string }, QuestionDetail];
  candidate_add: [{ name: string; role_id: string }, Candidate];
  candidate_list: [Nothing, { candidates: CandidateCard[] }];
  candidate_get: [{ candidate_id: string }, CandidateDetail];
  interview_start: [{ candidate_id: string; kit_id: string }, InterviewLive];
  interview_list: [Nothing, { interviews: InterviewCard[] }];
  interview_get: [{ interview_id: string }, InterviewLive];
  interview_turn: [{ interview_id: string; at: string | null; spent?: { question_id: string; seconds: number } | null }, Saved]; // "this place is on screen now"; seconds = total spent on that question so far (the store keeps the larger)
  entry_save: [{ interview_id: string; entry_id?: string | null; question_id: string | null; kind: EntryKind; text: string; at_seconds: number }, EntrySaved]; // entry_id given = edit that entry
  entry_remove: [{ entry_id: string }, EntrySaved];
  entry_restore: [{ entry_id: string }, EntrySaved];
  draft_save: [{ interview_id: string; question_id: string | null; kind: EntryKind; text: string; at_seconds: number }, Saved]; // empty text clears it; entry_save of a new entry clears the draft of its place too
  tick_set: [{ interview_id: string; question_id: string; target: TickTarget; number: number; state: TickState | null }, Saved];
  rating_set: [{ interview_id: string; question_id: string; rating: Rating | null }, Saved];
  scorecard_save: [{ interview_id: string; recommendation: Recommendation | null; reason: string }, Saved];
  scorecard_submit: [{ interview_id: string; recommendation: Recommendation; reason: string }, ScorecardSubmitted];
  compare_table: [{ candidate_ids: string[] }, CompareTable];
  compare_evidence: [{ candidate_id: string; competency_id: string }, Evidence];
  packet_check: [{ candidate_id: string; paper?: Paper | null }, ExportCheck];
  packet_export: [{ candidate_id: string; path: string; paper?: Paper | null; accept_undrawable?: boolean }, Exported];
  comparison_check: [{ candidate_ids: string[]; paper?: Paper | null }, ExportCheck];
  comparison_export: [{ candidate_ids: string[]; path: string; paper?: Paper | null; accept_undrawable?: boolean }, Exported];
};
// Commands whose request has a `path` are never called through `call`: the shell asks the person with a save dialog
// (`call_saving(name, json-without-path, suggested_file_name)`), fills the path in and returns null when cancelled.
export const RATING_WORDS = ["Well below", "Below", "Meets", "Above", "Well above"] as const;
export const NAME_MAX = 200;
export const TEXT_MAX = 1048576;
