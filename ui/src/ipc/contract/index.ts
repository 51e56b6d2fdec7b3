// Generated from the contract table in src-tauri/crates/app/src/contract.rs by `make gen`. Do not edit.

/** A moment: RFC 3339, UTC. */
export type Timestamp = string;

/** That there is a later version. */
export type Amendment = {
  /** The version's number, from 2. */
  number: number;
  /** When it was made. */
  at: Timestamp;
  /** Why it was made. */
  reason: string;
  /** Whether its author had seen another's submitted scorecard of the candidate by then. */
  after_seeing_others: boolean;
};

/** One question as one interviewer heard it. */
export type Answer = {
  /** The interview it was given in. */
  interview_id: InterviewId;
  /** Who heard it. */
  interviewer: string;
  /** The question. */
  question_id: QuestionId;
  /** The question's place in the kit, from 1. */
  number: number;
  /** Whether the kit asks it of every candidate. */
  required: boolean;
  /** The question's title. */
  title: string;
  /** What was asked. */
  prompt: string;
  /** The competency that the rating counts for. */
  competency_id: CompetencyId;
  /** That competency's name. */
  competency: string;
  /** The rating; none while it is not rated. */
  rating: Rating | null;
  /** The anchor of that rating: what an answer at that level says; none without a level. */
  anchor: string | null;
  /** Planned time, in minutes. */
  planned_minutes: number;
  /** Time spent, in seconds. */
  spent_seconds: number;
  /** The question's indicators. */
  indicators: Array<MarkedLine>;
  /** The question's red flags. */
  red_flags: Array<MarkedLine>;
  /** The notes kept under it, oldest first. */
  entries: Array<Entry>;
};

/** A person who is interviewed for a role. */
export type Candidate = {
  /** The candidate's id. */
  id: CandidateId;
  /** The name, in any script; see [`crate::text::person_name`]. */
  name: string;
  /** The role. */
  role_id: RoleId;
  /** Whether this person is made up, for a demonstration. */
  sample: boolean;
  /** When the candidate was added. */
  added_at: Timestamp;
};

/** A new candidate. */
export type CandidateAdd = {
  /** The name, in any script; 1 to 200 characters. */
  name: string;
  /** The role. */
  role_id: RoleId;
};

/** A candidate in a list. */
export type CandidateCard = {
  /** The candidate. */
  candidate: Candidate;
  /** The role's title. */
  role: string;
  /** Submitted scorecards. */
  submitted: number;
  /** Interviews not submitted. */
  open: number;
  /** One's own interview that is still open. */
  continue_id: InterviewId | null;
};

/** One candidate with the interviews held. */
export type CandidateDetail = {
  /** The candidate. */
  card: CandidateCard;
  /** Newest first. */
  interviews: Array<InterviewCard>;
};

/** Asks for one candidate. */
export type CandidateGet = {
  /** Which. */
  candidate_id: CandidateId;
};

/** A person who is interviewed; `UUIDv7`. */
export type CandidateId = string;

/** The candidates. */
export type CandidateList = {
  /** Newest first. */
  candidates: Array<CandidateCard>;
};

/** One rating in a cell. */
export type CellRating = {
  /** The interview it comes from. */
  interview_id: InterviewId;
  /** Who rated. */
  interviewer: string;
  /** The question. */
  question_id: QuestionId;
  /** The question's title. */
  question: string;
  /** The rating; none where the question was left unrated. */
  rating: Rating | null;
};

/** What the page does about a failure. */
export type Code = "invalid" | "not_found" | "locked" | "conflict" | "name_first" | "undrawable" | "disk_full" | "storage" | "cannot_open" | "cannot_write" | "bug";

/** Names the candidates to lay side by side. */
export type CompareAsk = {
  /** 2 to 50 candidates, in the order of the columns. */
  candidate_ids: Array<CandidateId>;
};

/** One column of the comparison. */
export type CompareCandidate = {
  /** The candidate. */
  id: CandidateId;
  /** The name. */
  name: string;
  /** Whether this person is made up, for a demonstration. */
  sample: boolean;
  /** Scorecards submitted. */
  submitted: number;
  /** Interviews whose scorecard is not submitted. */
  missing: number;
  /** Whether the reader must first submit an own scorecard, on this candidate or on another of the round. */
  hidden: boolean;
  /** Everyone's recommendation, listed and never averaged. */
  opinions: Array<Opinion>;
  /** Red flags seen, over all submitted scorecards. */
  red_flags: number;
};

/** One cell: the ratings of one candidate's answers on one competency, scorecards oldest first, in kit order. */
export type CompareCell = {
  /** Empty when no submitted scorecard asks about this competency. */
  ratings: Array<CellRating>;
};

/** Names one cell. */
export type CompareEvidence = {
  /** The column. */
  candidate_id: CandidateId;
  /** The row. */
  competency_id: CompetencyId;
};

/** One row of the comparison. */
export type CompareRow = {
  /** The competency. */
  competency: Competency;
  /** A cell a candidate, in the order of the columns. */
  cells: Array<CompareCell>;
};

/** The whole comparison. */
export type CompareTable = {
  /** The columns, in the order asked for. */
  candidates: Array<CompareCandidate>;
  /** The rows, in the role's order. */
  rows: Array<CompareRow>;
  /** What a reader must know before comparing: different roles, kits or versions, missing scorecards. Shown above. */
  cautions: Array<string>;
};

/** Looks at a comparison before it is written. */
export type ComparisonCheck = {
  /** 2 to 50 candidates, in the order of the columns. */
  candidate_ids: Array<CandidateId>;
  /** On which paper; as in the settings when left out. */
  paper?: Paper | null;
};

/** Writes a comparison. */
export type ComparisonExport = {
  /** 2 to 50 candidates, in the order of the columns. */
  candidate_ids: Array<CandidateId>;
  /** Where to; a file there is replaced whole or not at all. */
  path: string;
  /** On which paper; as in the settings when left out. */
  paper?: Paper | null;
  /** Go on although some characters cannot be drawn: they are printed as `[U+13000]`. */
  accept_undrawable?: boolean;
};

/** One thing a role needs, rated by the questions that count for it. */
export type Competency = {
  /** The competency's id within its role. */
  id: CompetencyId;
  /** Its name on screen and in the packet. */
  name: string;
  /** What it means, in a sentence or two. */
  definition: string;
  /** How much it counts against the others; 1 unless a reason is written down. */
  weight: number;
};

/** A competency within a role, such as `concurrency`. */
export type CompetencyId = string;

/** The ratings of one competency in one interview, added up. Whole numbers, so that two of them are equal or not. */
export type CompetencySum = {
  /** The competency. */
  competency_id: CompetencyId;
  /** The levels of its rated questions, added up. */
  sum: number;
  /** Its questions with a level. */
  rated: number;
  /** Its questions in the kit. */
  questions: number;
};

/** That the interviewer has looked at the means of the competencies, all at once. */
export type Confirmation = {
  /** When. */
  at: Timestamp;
  /** What they were. Once a rating is changed they are others, and no longer confirmed. */
  sums: Array<CompetencySum>;
};

/** What a submitted scorecard was judged on, in numbers. */
export type Coverage = {
  /** Questions in the kit. */
  questions: number;
  /** Rated 1 to 5. */
  rated: number;
  /** Marked "not asked". */
  not_asked: number;
  /** Marked "could not judge". */
  could_not_judge: number;
  /** Not marked at all. */
  unrated: number;
};

/** What is being typed and not yet kept. */
export type Draft = {
  /** The question it stands under; none for the interview in general. */
  question_id: QuestionId | null;
  /** The kind chosen for it. */
  kind: EntryKind;
  /** The text so far. */
  text: string;
  /** When it was begun, in seconds since the interview started. */
  at_seconds: number;
};

/** A scorecard that is due. */
export type DraftDue = {
  /** Its interview. */
  interview: InterviewCard;
  /** When it is due: so many hours after the last note, as the role says. */
  due_at: Timestamp;
  /** Whether that is over. */
  overdue: boolean;
};

/** Keeps what is being typed. */
export type DraftSave = {
  /** In which interview. */
  interview_id: InterviewId;
  /** Under which question; none for the interview in general. */
  question_id: QuestionId | null;
  /** The kind chosen for it. */
  kind: EntryKind;
  /** The text so far; empty clears the draft. */
  text: string;
  /** When it was begun, in seconds since the interview started. */
  at_seconds: number;
};

/** One kept note. */
export type Entry = {
  /** The entry's id. */
  id: EntryId;
  /** The question it belongs to; none for the interview in general. */
  question_id: QuestionId | null;
  /** What kind of note it is. */
  kind: EntryKind;
  /** What was written. */
  text: string;
  /** When it was begun, in seconds since the interview started. */
  at_seconds: number;
  /** When it was first kept. */
  kept_at: Timestamp;
  /** Counts the versions of this entry, from 1. */
  rev: number;
};

/** A note that is hidden, without its words. */
export type EntryHidden = {
  /** What is said of it. */
  hidden: HiddenEntry;
  /** When it became durable. */
  at: Timestamp;
};

/** Hides a note. */
export type EntryHide = {
  /** Which. */
  entry_id: EntryId;
  /** The protected topic that it is about. */
  topic: Topic;
};

/** One kept note; `UUIDv7`. */
export type EntryId = string;

/** What kind of note an entry is. */
export type EntryKind = "note" | "quote" | "good" | "concern" | "follow_up";

/** Names a note. */
export type EntryRef = {
  /** Which. */
  entry_id: EntryId;
};

/** Keeps a note. */
export type EntrySave = {
  /** In which interview. */
  interview_id: InterviewId;
  /** The entry to change; none for a new one. */
  entry_id?: EntryId | null;
  /** The question it belongs to; none for the interview in general. */
  question_id: QuestionId | null;
  /** What kind of note it is. */
  kind: EntryKind;
  /** What was written. */
  text: string;
  /** When it was begun, in seconds since the interview started. */
  at_seconds: number;
};

/** A note as it is kept. */
export type EntrySaved = {
  /** The note. */
  entry: Entry;
  /** When it became durable. */
  at: Timestamp;
};

/** Marks a follow-up as settled, or as open again. */
export type EntrySettle = {
  /** Which. */
  entry_id: EntryId;
  /** Whether it is settled. */
  settled: boolean;
};

/** What stands behind one cell. */
export type Evidence = {
  /** The candidate's name. */
  candidate: string;
  /** The competency. */
  competency: Competency;
  /** The answers, with their evidence. */
  answers: Array<Answer>;
};

/** What a document would hold. */
export type ExportCheck = {
  /** A name for the file: date, candidate, what it is; safe on every file system. */
  file_name: string;
  /** Its pages. */
  pages: number;
  /** Scorecards in it. */
  submitted: number;
  /** Scorecards that are not submitted yet. */
  missing: number;
  /** Characters that no font at hand can draw, with their places. */
  undrawable: Array<Undrawable>;
};

/** A written document. */
export type Exported = {
  /** Where it is. */
  path: string;
  /** Its pages. */
  pages: number;
  /** SHA-256 of the file, in hexadecimal. */
  sha256: string;
};

/** A failure: what kind, and what to do, in a sentence for the person. */
export type Failure = {
  /** What the page does about it. */
  code: Code;
  /** What happened, what is safe, what to do. */
  message: string;
};

/** What kind of word the lint points at. */
export type FindingKind = "verdict" | "protected";

/** All that is said of a hidden note. It has no place for the text, so that nothing made from an interview can leak it. */
export type HiddenEntry = {
  /** The note's id. */
  id: EntryId;
  /** Why it is hidden. */
  topic: Topic;
  /** When the note was begun, in seconds since the interview started. */
  at_seconds: number;
  /** When it was hidden. */
  hidden_at: Timestamp;
};

/** Everything that was written down in one interview: the one shape that screens, comparison and packet are made from. */
export type Interview = {
  /** The interview's id. */
  id: InterviewId;
  /** Who is interviewed. */
  candidate_id: CandidateId;
  /** Who interviews. */
  interviewer: Interviewer;
  /** How far it has come. */
  state: InterviewState;
  /** When it was started. */
  started_at: Timestamp;
  /** The version number of the kit on this laptop, from 1. */
  kit_version: number;
  /** The content hash of that version. */
  kit_hash: string;
  /** The kit as it was then. */
  content: KitContent;
  /** What was said, a record a question, in the kit's order. */
  records: Array<QuestionRecord>;
  /** The kept notes, oldest first. */
  entries: Array<Entry>;
  /** The follow-ups that are settled, oldest first. */
  settled: Array<EntryId>;
  /** The hidden notes, oldest first. Their words are not here, and so in nothing that is made from here. */
  hidden: Array<HiddenEntry>;
  /** The ticks. */
  ticks: Array<Tick>;
  /** The scorecard, as far as it is written. */
  scorecard: Scorecard;
  /** The question that was last on screen; none for the interview in general. */
  at: QuestionId | null;
  /** What was being typed and not yet kept, at most one a place. */
  drafts: Array<Draft>;
};

/** An interview in a list. */
export type InterviewCard = {
  /** The interview. */
  id: InterviewId;
  /** The candidate. */
  candidate_id: CandidateId;
  /** The candidate's name. */
  candidate: string;
  /** The role's title. */
  role: string;
  /** The kit's title. */
  kit: string;
  /** The interviewer's name. */
  interviewer: string;
  /** Whether it is one's own. */
  mine: boolean;
  /** How far it has come. */
  state: InterviewState;
  /** When it was started. */
  started_at: Timestamp;
  /** When its scorecard was submitted. */
  submitted_at: Timestamp | null;
  /** When its scorecard is due by the role's rule; none where there is no rule, or it is submitted. */
  due_at: Timestamp | null;
  /** When something was last kept in it. */
  saved_at: Timestamp;
  /** Questions in the kit. */
  questions: number;
  /** Questions with a rating, "not asked" and "could not judge" included. */
  rated: number;
  /** Kept notes. */
  entries: number;
};

/** Names one interview. */
export type InterviewGet = {
  /** Which. */
  interview_id: InterviewId;
};

/** One meeting of one interviewer with one candidate; `UUIDv7`. */
export type InterviewId = string;

/** The interviews. */
export type InterviewList = {
  /** Newest first. */
  interviews: Array<InterviewCard>;
};

/** One interview with everything written in it. */
export type InterviewLive = {
  /** The interview. */
  interview: Interview;
  /** The candidate. */
  candidate: Candidate;
  /** The role's title. */
  role: string;
  /** Whether it is one's own. */
  mine: boolean;
  /** The time of this answer. */
  now: Timestamp;
};

/** Starts an interview. */
export type InterviewStart = {
  /** With whom. */
  candidate_id: CandidateId;
  /** With which kit; its newest version is used, and kept to the end. */
  kit_id: KitId;
};

/** How far an interview has come. */
export type InterviewState = "open" | "submitted";

/** Keeps the place. */
export type InterviewTurn = {
  /** Which interview. */
  interview_id: InterviewId;
  /** The question on screen; none for the interview in general. */
  at: QuestionId | null;
  /** Time spent on the question that was on screen before. */
  spent?: Spent | null;
};

/** A person who interviews. */
export type Interviewer = {
  /** The interviewer's id. */
  id: InterviewerId;
  /** The name as it stands in packets. */
  name: string;
};

/** A person who interviews; `UUIDv7`. */
export type InterviewerId = string;

/** The interviewer's name. */
export type InterviewerSet = {
  /** As it stands in packets; 1 to 200 characters. */
  name: string;
};

/** What one version of a scorecard says. Notes and ticks are no part of it: they were written while listening, and stay. */
export type Judgement = {
  /** The recommendation. */
  recommendation: Recommendation;
  /** Why. */
  reason: string;
  /** Up to three reasons for. */
  reasons_for: Array<Reason>;
  /** Up to three reasons against. */
  reasons_against: Array<Reason>;
  /** Own ratings of competencies that differ from their means. */
  own_ratings: Array<OwnRating>;
  /** The questions that are marked, in the kit's order. */
  ratings: Array<QuestionRating>;
};

/** One version of a kit: the questions of an interview, in order. */
export type Kit = {
  /** The kit through all its versions. */
  id: KitId;
  /** The role it is for. */
  role_id: RoleId;
  /** Its name. */
  title: string;
  /** How long the meeting is, in minutes. */
  slot_minutes: number;
  /** What the interviewer reads at the start. */
  opening: string;
  /** What the interviewer reads at the end. */
  closing: string;
  /** The questions, in order. */
  questions: Array<KitQuestion>;
};

/** A kit in a list. */
export type KitCard = {
  /** The kit. */
  id: KitId;
  /** The role it is for. */
  role_id: RoleId;
  /** That role's title. */
  role: string;
  /** The kit's title. */
  title: string;
  /** The newest version's number. */
  version: number;
  /** How long the meeting is, in minutes. */
  slot_minutes: number;
  /** Planned time of the required questions, in minutes. */
  planned_minutes: number;
  /** Required questions. */
  required: number;
  /** Optional questions. */
  optional: number;
};

/** A kit with everything that an interview needs of it, as it was when it was published. */
export type KitContent = {
  /** The kit. */
  kit: Kit;
  /** The role, with its competencies. */
  role: Role;
  /** The questions in the kit's order. */
  questions: Array<Question>;
};

/** One kit with its questions. */
export type KitDetail = {
  /** The kit, its role and its questions. */
  content: KitContent;
  /** The version's number, from 1. */
  version: number;
  /** The version's content hash. */
  hash: string;
};

/** Asks for one kit. */
export type KitGet = {
  /** Which. */
  kit_id: KitId;
};

/** A kit through all its versions; `pack/kit` for a shipped one. */
export type KitId = string;

/** The kits. */
export type KitList = {
  /** In the order of their packs. */
  kits: Array<KitCard>;
};

/** One question's place in a kit. */
export type KitQuestion = {
  /** Which question. */
  question_id: QuestionId;
  /** Whether every candidate must be asked it. */
  required: boolean;
};

/** What may stay open, once the interviewer has seen it. */
export type LeftOpen = "unrated_required" | "unrated_optional" | "no_evidence" | "follow_ups" | "means";

/** One line of a question and whether it was noticed. */
export type MarkedLine = {
  /** The line's number in its list, from 1. */
  number: number;
  /** The line. */
  text: string;
  /** How it was noticed; none means "not noted", which is not "not heard". */
  state: TickState | null;
};

/** What must be there before a scorecard can be submitted. */
export type Missing = "recommendation" | "reason" | "evidence" | "unkept_note" | "reason_words" | "reason_evidence" | "own_rating_reason";

/** An empty request: `{}`. */
export type Nothing = Record<symbol, never>;

/** One interviewer's recommendation. */
export type Opinion = {
  /** Who. */
  interviewer: string;
  /** What they recommend. */
  recommendation: Recommendation;
};

/** The interviewer's own rating of a competency, where it differs from the mean of its questions. It stands beside the
 * mean with its reason, and never enters a figure. */
export type OwnRating = {
  /** The competency. */
  competency_id: CompetencyId;
  /** The level. */
  level: 1 | 2 | 3 | 4 | 5;
  /** Why it differs. */
  reason: string;
};

/** Looks at a packet before it is written. */
export type PacketCheck = {
  /** Whose. */
  candidate_id: CandidateId;
  /** On which paper; as in the settings when left out. */
  paper?: Paper | null;
};

/** Writes a packet. */
export type PacketExport = {
  /** Whose. */
  candidate_id: CandidateId;
  /** Where to; a file there is replaced whole or not at all. */
  path: string;
  /** On which paper; as in the settings when left out. */
  paper?: Paper | null;
  /** Go on although some characters cannot be drawn: they are printed as `[U+13000]`. */
  accept_undrawable?: boolean;
};

/** The sheet to print on. */
export type Paper = "a4" | "letter";

/** One version of a question. A version never changes; an interview keeps the version it used. */
export type Question = {
  /** The question through all its versions. */
  id: QuestionId;
  /** The section's title, such as "Technical knowledge". */
  section: string;
  /** What it asks the candidate to show. */
  type: QuestionType;
  /** A short name for lists; at most 60 characters. */
  title: string;
  /** What is read aloud. */
  prompt: string;
  /** The one competency that its rating counts for. */
  competency: CompetencyId;
  /** Words to find it by. */
  tags: Array<string>;
  /** Planned time in minutes, 1 to 120. */
  minutes: number;
  /** What a good answer contains ("Good signals" on screen), each short enough to tick while listening. */
  indicators: Array<string>;
  /** What should worry a listener, likewise. */
  red_flags: Array<string>;
  /** Planned follow-up questions. */
  probes: Array<string>;
  /** What an answer at each level says; five texts, level 1 first. */
  anchors: [string, string, string, string, string];
};

/** A question in a list. */
export type QuestionCard = {
  /** The question. */
  id: QuestionId;
  /** Its title. */
  title: string;
  /** Its section. */
  section: string;
  /** What it asks the candidate to show. */
  type: QuestionType;
  /** The name of the competency that its rating counts for. */
  competency: string;
  /** Planned time, in minutes. */
  minutes: number;
  /** The newest version's number. */
  version: number;
};

/** One question in full. */
export type QuestionDetail = {
  /** The newest version. */
  question: Question;
  /** The name of the competency that its rating counts for. */
  competency: string;
  /** The version's number, from 1. */
  version: number;
  /** The version's content hash. */
  hash: string;
};

/** Asks for one question. */
export type QuestionGet = {
  /** Which. */
  question_id: QuestionId;
};

/** A question through all its versions; `pack/question` for a shipped one. */
export type QuestionId = string;

/** Questions of the bank. */
export type QuestionList = {
  /** In the order asked for. */
  questions: Array<QuestionCard>;
};

/** What is open about one question. */
export type QuestionOpen = "unrated" | "no_evidence";

/** A question and what is said of its answer. */
export type QuestionRating = {
  /** The question. */
  question_id: QuestionId;
  /** The rating; none for "not rated". */
  rating: Rating | null;
};

/** What was said of one question. */
export type QuestionRecord = {
  /** The question. */
  question_id: QuestionId;
  /** The rating; none while it is not rated. */
  rating: Rating | null;
  /** Time spent on it, in seconds. */
  spent_seconds: number;
};

/** Asks for questions by what they say. */
export type QuestionSearch = {
  /** Words, or the beginnings of words; case and accents do not matter. */
  text: string;
  /** At most so many; 20 when left out, 1000 at the most. */
  limit?: number | null;
  /** Best match first, instead of newest first. */
  ranked?: boolean;
};

/** What a question asks the candidate to show. */
export type QuestionType = "knowledge" | "scenario" | "behavioural";

export type Rating = 1 | 2 | 3 | 4 | 5 | "not_asked" | "could_not_judge";

/** Rates a question. */
export type RatingSet = {
  /** In which interview. */
  interview_id: InterviewId;
  /** Which question. */
  question_id: QuestionId;
  /** The rating; none clears it. */
  rating: Rating | null;
};

/** One reason for or against, with the evidence that it rests on. */
export type Reason = {
  /** The reason, in the interviewer's words. */
  text: string;
  /** The notes that it cites. */
  entry_ids: Array<EntryId>;
  /** The ticks that it cites. */
  ticks: Array<TickRef>;
};

/** The overall recommendation: four levels, no middle, no default. */
export type Recommendation = "strong_no" | "no" | "yes" | "strong_yes";

/** The review: one page's worth. */
export type Review = {
  /** Of which interview. */
  interview_id: InterviewId;
  /** The questions, in the kit's order. */
  questions: Array<ReviewQuestion>;
  /** How much of the kit is rated. */
  coverage: Coverage;
  /** The competencies that the kit asks about, in the role's order. */
  competencies: Array<ReviewCompetency>;
  /** Whether the means as they are now are confirmed. */
  confirmed: boolean;
  /** Follow-ups that are not settled, oldest first. */
  follow_ups: Array<Entry>;
  /** Hidden notes, without their words. */
  hidden: Array<HiddenEntry>;
  /** What is typed and not kept. */
  drafts: Array<Draft>;
  /** What the lint points at. */
  findings: Array<ReviewFinding>;
  /** The scorecard, as far as it is written. */
  scorecard: Scorecard;
  /** What must be there before submitting, and is not. */
  missing: Array<Missing>;
  /** What may stay open. */
  open: Array<LeftOpen>;
};

/** One competency in the review. */
export type ReviewCompetency = {
  /** The competency. */
  competency_id: CompetencyId;
  /** Its name. */
  name: string;
  /** The mean of its rated questions; none where no question is rated. */
  mean: number | null;
  /** How many of its questions are rated. */
  rated: number;
  /** How many of its questions are in the kit. */
  questions: number;
  /** The interviewer's own rating, which enters no figure; none where the mean stands. */
  own: OwnRating | null;
};

/** Something that the lint points at. It only points: nothing is changed or stopped. */
export type ReviewFinding = {
  /** Where. */
  at: ReviewPlace;
  /** What kind. */
  kind: FindingKind;
  /** The topic, where it is a protected one. */
  topic: Topic | null;
  /** The word as it is written. */
  word: string;
  /** Where it starts in the text. */
  start: number;
  /** Where it ends in the text. */
  end: number;
};

/** Where in the write-up something stands. */
export type ReviewPlace = { "place": "entry"
/** Which. */
entry_id: EntryId, } | { "place": "reason" } | { "place": "reason_for"
/** Which, from 1. */
number: number, } | { "place": "reason_against"
/** Which, from 1. */
number: number, } | { "place": "own_rating"
/** Of which competency. */
competency_id: CompetencyId, };

/** One question in the review. */
export type ReviewQuestion = {
  /** The question. */
  question_id: QuestionId;
  /** Its place in the kit, from 1. */
  number: number;
  /** Its title. */
  title: string;
  /** Whether the kit asks it of every candidate. */
  required: boolean;
  /** The competency that the rating counts for. */
  competency_id: CompetencyId;
  /** The rating; none while it is not rated. */
  rating: Rating | null;
  /** The notes under it, hidden ones not among them. */
  notes: number;
  /** The pieces of evidence under it: ticks, quotes, good signs and concerns. */
  evidence: number;
  /** What is open about it; none if nothing is. */
  open: QuestionOpen | null;
};

/** A job that people are interviewed for. */
export type Role = {
  /** The role's id. */
  id: RoleId;
  /** The title, as it stands in packets. */
  title: string;
  /** The level, such as "senior". */
  level: string;
  /** What the role needs, in order. */
  competencies: Array<Competency>;
  /** Within how many hours of the interview a scorecard is due; none where the role has no such rule. The copy of the;
   * role in a kit never has one: the rule is about today's work, and must not make a new version of the kit. */
  submit_within_hours?: number;
};

/** A role that people are interviewed for; `pack/role` for a shipped one. */
export type RoleId = string;

/** The roles. */
export type RoleList = {
  /** By title. */
  roles: Array<Role>;
};

/** Said only once the thing is durable. */
export type Saved = {
  /** When. */
  at: Timestamp;
};

/** One interviewer's scorecard, as far as it is written. Once submitted it is the first version, which is the one that
 * counts; what was said later is among the amendments. */
export type Scorecard = {
  /** The recommendation; none until it is chosen. */
  recommendation: Recommendation | null;
  /** Why, in the interviewer's words. */
  reason: string;
  /** Up to three reasons for. */
  reasons_for: Array<Reason>;
  /** Up to three reasons against. */
  reasons_against: Array<Reason>;
  /** Own ratings of competencies that differ from their means. */
  own_ratings: Array<OwnRating>;
  /** That the means were confirmed, and which they were; none until then. */
  confirmed: Confirmation | null;
  /** When it was submitted; none while it is a draft. */
  submitted_at: Timestamp | null;
  /** Whether it was submitted although required questions were left unrated, after that was shown. */
  submitted_anyway: boolean;
  /** Minutes from the interview's last note to submission; none while it is a draft, or where it was not kept. */
  minutes: number | null;
  /** Whether its author had seen another's submitted scorecard of the candidate before submitting. */
  after_seeing_others: boolean;
  /** The content hash of everything that was submitted; none while it is a draft. */
  hash: string | null;
  /** Later versions, oldest first. */
  amendments: Array<Amendment>;
};

/** Says something else than a submitted scorecard does. */
export type ScorecardAmend = {
  /** Of which interview. */
  interview_id: InterviewId;
  /** Why. */
  reason: string;
  /** What. */
  changes: ScorecardChanges;
};

/** A new version of a scorecard. */
export type ScorecardAmended = {
  /** The version. */
  version: ScorecardVersion;
  /** When it became durable. */
  at: Timestamp;
};

/** What to say otherwise. What is left out stays as it is. */
export type ScorecardChanges = {
  /** Another recommendation. */
  recommendation?: Recommendation | null;
  /** Another reason. */
  reason?: string | null;
  /** Other reasons for, all of them. */
  reasons_for?: Array<Reason> | null;
  /** Other reasons against, all of them. */
  reasons_against?: Array<Reason> | null;
  /** Other own ratings, all of them. */
  own_ratings?: Array<OwnRating> | null;
  /** The questions that are rated otherwise. */
  ratings?: Array<QuestionRating>;
};

/** Keeps the draft of a scorecard. */
export type ScorecardSave = {
  /** Of which interview. */
  interview_id: InterviewId;
  /** The recommendation; none until it is chosen. */
  recommendation: Recommendation | null;
  /** Why, as far as it is written. */
  reason: string;
  /** The reasons for, all of them; as they are when left out. */
  reasons_for?: Array<Reason> | null;
  /** The reasons against, all of them; as they are when left out. */
  reasons_against?: Array<Reason> | null;
  /** Own ratings of competencies, all of them; as they are when left out. */
  own_ratings?: Array<OwnRating> | null;
};

/** Submits a scorecard. */
export type ScorecardSubmit = {
  /** Of which interview. */
  interview_id: InterviewId;
  /** The recommendation. */
  recommendation: Recommendation | null;
  /** Why, in the interviewer's words. */
  reason: string;
  /** Submit although required questions are unrated. Only after that was shown; it is kept with the scorecard. */
  anyway?: boolean;
};

/** A submitted scorecard. */
export type ScorecardSubmitted = {
  /** The scorecard, locked. */
  scorecard: Scorecard;
  /** When it became durable. */
  at: Timestamp;
};

/** One version of a submitted scorecard. */
export type ScorecardVersion = {
  /** Counted from 1. The first one counts in every figure. */
  number: number;
  /** What it says. */
  judgement: Judgement;
  /** When it was submitted. */
  at: Timestamp;
  /** Why it was made; none for the first. */
  reason: string | null;
  /** Whether its author had seen another's submitted scorecard of the candidate by then. */
  after_seeing_others: boolean;
  /** The first one's content hash; that of a later one is over it and over the hash of the version before. */
  hash: string;
};

/** All versions of a scorecard. */
export type ScorecardVersions = {
  /** The first one first: it is the one that counts. Empty while the scorecard is not submitted. */
  versions: Array<ScorecardVersion>;
};

/** How the window should look, and which paper packets are for. */
export type Settings = {
  /** Light or dark. */
  theme: Theme;
  /** The paper of packets. */
  paper: Paper;
};

/** Time spent on a question. */
export type Spent = {
  /** The question. */
  question_id: QuestionId;
  /** All time spent on it so far, in seconds; the larger of this and what is kept stands. */
  seconds: number;
};

/** What the window needs to know at its start. */
export type Status = {
  /** The version of the workbench. */
  version: string;
  /** Whose laptop this is; none before the first start is done. */
  interviewer: Interviewer | null;
  /** Whether the data key is protected; while false, whoever can read the files can read the data. */
  protected: boolean;
  /** Where the data lies. */
  data_folder: string;
  /** How the window should look. */
  settings: Settings;
};

/** Light, dark, or as the system says. */
export type Theme = "system" | "light" | "dark";

/** One mark on one line of a question. */
export type Tick = {
  /** The question. */
  question_id: QuestionId;
  /** Which list of the question. */
  target: TickTarget;
  /** The line in that list, counted from 1. A question's version never changes, so the number stays good. */
  number: number;
  /** How it was noticed. */
  state: TickState;
};

/** Names a tick by its place. */
export type TickRef = {
  /** Under which question. */
  question_id: QuestionId;
  /** In which list of the question. */
  target: TickTarget;
  /** The line in that list, counted from 1. */
  number: number;
};

/** Ticks an indicator or a red flag. */
export type TickSet = {
  /** In which interview. */
  interview_id: InterviewId;
  /** Under which question. */
  question_id: QuestionId;
  /** Which list of the question. */
  target: TickTarget;
  /** The line in that list, counted from 1. */
  number: number;
  /** How it was noticed; none clears the tick. */
  state: TickState | null;
};

/** How it was noticed. */
export type TickState = "heard" | "prompted";

/** What a tick marks. */
export type TickTarget = "indicator" | "red_flag";

/** What needs doing. */
export type Today = {
  /** One's own interviews that are not submitted, newest first. */
  open: Array<InterviewCard>;
  /** One's own scorecards that are due by their role's rule and not submitted, soonest first. */
  drafts: Array<DraftDue>;
  /** Candidates whom nobody has interviewed yet, newest first. */
  waiting: Array<CandidateCard>;
  /** Submitted scorecards, newest first, twenty at the most. */
  recent: Array<InterviewCard>;
};

/** A topic that is protected in hiring. */
export type Topic = "age" | "family" | "pregnancy" | "health" | "disability" | "accent" | "religion" | "origin" | "union" | "politics" | "orientation" | "military" | "arrest_record" | "salary_history";

/** A character that no font at hand can draw. It is printed as its code in brackets. */
export type Undrawable = {
  /** The character. */
  character: string;
  /** Its code point, such as `U+13000`; in print it stands as `[U+13000]`. */
  code: string;
  /** The script, as one would search for a font for it. */
  script: string;
  /** Where it stands, in words. */
  place: string;
};

/** Every command: what it takes, and what it answers. */
export type Commands = {
  /** Tells who uses this data folder, how it is protected and how the window should look. */
  status_get: [Nothing, Status];
  /** Keeps how the window should look. */
  settings_set: [Settings, Settings];
  /** Keeps the interviewer's name as it stands in packets. */
  interviewer_set: [InterviewerSet, Interviewer];
  /** Lists what needs doing: open interviews, candidates without one, scorecards lately submitted. */
  today_get: [Nothing, Today];
  /** Lists the roles with their competencies. */
  role_list: [Nothing, RoleList];
  /** Lists the kits, newest version each. */
  kit_list: [Nothing, KitList];
  /** Gives one kit with its questions. */
  kit_get: [KitGet, KitDetail];
  /** Lists the questions of the bank. */
  question_list: [Nothing, QuestionList];
  /** Finds questions by what they say: newest first, or the best match first where `ranked` is true. */
  question_search: [QuestionSearch, QuestionList];
  /** Gives one question in full. */
  question_get: [QuestionGet, QuestionDetail];
  /** Adds a candidate for a role. */
  candidate_add: [CandidateAdd, Candidate];
  /** Lists the candidates, newest first. */
  candidate_list: [Nothing, CandidateList];
  /** Gives one candidate with the interviews held. */
  candidate_get: [CandidateGet, CandidateDetail];
  /** Starts an interview with a kit. */
  interview_start: [InterviewStart, InterviewLive];
  /** Lists the interviews, newest first. */
  interview_list: [Nothing, InterviewList];
  /** Gives one interview with everything written in it. */
  interview_get: [InterviewGet, InterviewLive];
  /** Takes back an interview that was started by mistake: only while nothing is written in it. */
  interview_discard: [InterviewGet, Saved];
  /** Keeps which question is on screen, and the time spent on the one before. */
  interview_turn: [InterviewTurn, Saved];
  /** Keeps a note; with `entry_id`, changes one that is kept. */
  entry_save: [EntrySave, EntrySaved];
  /** Removes a note. */
  entry_remove: [EntryRef, EntrySaved];
  /** Brings a removed note back. */
  entry_restore: [EntryRef, EntrySaved];
  /** Marks a follow-up as settled, or as open again. */
  entry_settle: [EntrySettle, Saved];
  /** Keeps what is being typed, before it becomes a note. An empty text clears it. */
  draft_save: [DraftSave, Saved];
  /** Ticks an indicator or a red flag; without a state, clears the tick. */
  tick_set: [TickSet, Saved];
  /** Rates a question; without a rating, clears it. */
  rating_set: [RatingSet, Saved];
  /** Hides a note about a protected topic. From then on its words are in no answer and in no document. */
  entry_hide: [EntryHide, EntryHidden];
  /** Shows a hidden note again, with its words. Only before submission, and only to its author. */
  entry_unhide: [EntryRef, EntrySaved];
  /** Reviews one's own interview before submitting: what is unrated, without evidence, open or missing. */
  review_get: [InterviewGet, Review];
  /** Keeps the draft of a scorecard. */
  scorecard_save: [ScorecardSave, Saved];
  /** Confirms the means of all competencies, as they are now. */
  scorecard_confirm: [InterviewGet, Saved];
  /** Submits a scorecard and locks the interview. */
  scorecard_submit: [ScorecardSubmit, ScorecardSubmitted];
  /** Amends a submitted scorecard. Every version is kept, and the first one counts. */
  scorecard_amend: [ScorecardAmend, ScorecardAmended];
  /** Gives every version of a submitted scorecard. */
  scorecard_versions: [InterviewGet, ScorecardVersions];
  /** Lays candidates side by side: competencies as rows, candidates as columns. */
  compare_table: [CompareAsk, CompareTable];
  /** Gives the answers behind one cell, with their evidence. */
  compare_evidence: [CompareEvidence, Evidence];
  /** Tells what a candidate's packet would hold: pages, missing scorecards, characters that cannot be drawn. */
  packet_check: [PacketCheck, ExportCheck];
  /** Writes a candidate's packet as a PDF. */
  packet_export: [PacketExport, Exported];
  /** Tells what the comparison of some candidates would hold in print. */
  comparison_check: [ComparisonCheck, ExportCheck];
  /** Writes the comparison of some candidates as a PDF. */
  comparison_export: [ComparisonExport, Exported];
};

/** The words beside the ratings, level 1 first. */
export const RATING_WORDS = ["Well below", "Below", "Meets", "Above", "Well above"] as const;
/** Longest name, in characters as a reader counts them. */
export const NAME_MAX = 200;
/** Longest note, in bytes of UTF-8. */
export const TEXT_MAX = 1048576;
