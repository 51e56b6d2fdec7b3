// Generated from the contract table in src-tauri/crates/app/src/contract.rs by `make gen`. Do not edit.

/** A moment: RFC 3339, UTC. */
export type Timestamp = string;

/** Writes everything about a person to a new folder. */
export type AccessExport = {
  /** About whom. */
  candidate_id: CandidateId;
  /** The folder that is made. Nothing that is there is overwritten. */
  path: string;
  /** On which paper the copy to read is; as in the settings when left out. */
  paper?: Paper | null;
  /** What the person is told, and whether the interviewers' names are left out. */
  own_copy?: OwnCopyAsk;
};

/** A folder that was written. */
export type AccessExported = {
  /** Where it is. */
  path: string;
  /** How many files are in it. */
  files: number;
  /** How many records are in the data. */
  records: number;
  /** How many of them are notes that were hidden. */
  hidden: number;
  /** In how many places of the data a name of somebody else was replaced. */
  replaced: number;
  /** How many sentences of the copy may compare with other candidates. They stay: read them before it is given away. */
  comparisons: number;
  /** How many characters of the copy no font at hand can draw. They are printed as codes; the data has them as they are. */
  undrawable: number;
};

/** A decisive act. */
export type Act = "scorecard_submit" | "scorecard_amend" | "reveal" | "decision_make" | "decision_change" | "packet_export" | "comparison_export" | "team_figures" | "scorecard_export" | "scorecard_import" | "candidate_import" | "candidate_change" | "interviewer_rename" | "calendar_import" | "question_import" | "import_undo" | "names_reveal" | "protection_begin" | "passphrase_change" | "passphrase_remove" | "keychain_add" | "keychain_remove" | "recovery_key_make" | "unlock_fail" | "backup_create" | "backup_restore" | "store_rescue" | "hold_set" | "hold_lift" | "retention_set" | "access_export" | "candidate_erase";

/** Said once something is durable that can be undone. */
export type Acted = {
  /** When. */
  at: Timestamp;
  /** What can be undone and redone at the place now. */
  history: History;
};

/** One thing that was done at a place. */
export type Action = {
  /** What was done. */
  kind: ActionKind;
  /** What it changed, in the order in which it was written. */
  changes: Array<Change>;
};

/** What was undone or redone. */
export type ActionDone = {
  /** The action, with each part before and after it was first done; none when there was nothing to undo or redo. */
  action: Action | null;
  /** Every place where something is different now, whole: the page shows these instead of what it had. */
  places: Array<PlaceNow>;
  /** What can be undone and redone at the place now. */
  history: History;
  /** When it became durable. */
  at: Timestamp;
};

/** What was done. */
export type ActionKind = "typed" | "entry_kept" | "entry_edited" | "entry_moved" | "entry_removed" | "entry_restored" | "tick" | "rating" | "probe" | "deviation";

/** Names the history of one place. */
export type ActionRef = {
  /** In which interview. */
  interview_id: InterviewId;
  /** At which place. */
  place: Place;
};

/** Keeps what was agreed for the candidate. */
export type AdjustmentSet = {
  /** In which interview. */
  interview_id: InterviewId;
  /** The adjustment alone, never its reason. */
  adjustments: Adjustments;
};

/** What was agreed for the candidate: the adjustment alone, never its reason. It stands in no comparison and no packet; a
 * packet says only whether anything was agreed. */
export type Adjustments = {
  /** More time, in minutes; the slot is longer by them, and each question has its part of it. */
  more_minutes: number;
  /** Breaks within the slot, in minutes altogether; questions have less time by them. */
  break_minutes: number;
  /** Whether the candidate had the questions before. */
  questions_ahead: boolean;
};

/** Whose raters are asked about: these candidates', or everyone's for a role. */
export type AgreementAsk = {
  /** 2 to 50 candidates. */
  candidate_ids?: Array<CandidateId> | null;
  /** The role, in the place of candidates. Made-up candidates enter only where the role has no other. */
  role_id?: RoleId | null;
};

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

/** An amendment while it is written: it may lack a reason, and say nothing otherwise yet. */
export type AmendmentDraft = {
  /** Why, as far as it is written. */
  reason: string;
  /** What is said otherwise than in the newest version, as far as it is chosen and written. */
  changes: ScorecardChanges;
};

/** Keeps an amendment while it is written. */
export type AmendmentSave = {
  /** Of which interview. */
  interview_id: InterviewId;
  /** Why, as far as it is written. */
  reason: string;
  /** What is said otherwise than in the newest version, as far as it is chosen and written. */
  changes: ScorecardChanges;
};

/** One question as one interviewer heard it. */
export type Answer = {
  /** The interview it was given in. */
  interview_id: InterviewId;
  /** Who heard it. */
  interviewer: string;
  /** Whether it was written down as it went. What is written from paper afterwards has no times within the meeting. */
  mode: Mode;
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
  /** Why it could not be judged, where that was said. */
  unjudged: Unjudged | null;
  /** How it was not asked as the kit has it. */
  deviation: Deviation | null;
  /** The probes that were asked, in the question's order, the unplanned ones last. */
  probes: Array<AskedProbe>;
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

/** A planned interview. */
export type Appointment = {
  /** Its id. */
  id: AppointmentId;
  /** With whom. */
  candidate_id: CandidateId;
  /** With which kit; none where that is chosen later. */
  kit_id: KitId | null;
  /** The names of those who interview; none where that is not known. */
  interviewers: Array<string>;
  /** When it starts. */
  starts_at: Timestamp;
  /** When it ends. */
  ends_at: Timestamp;
  /** Where it is; may be empty. */
  location: string;
  /** The meeting's id in the calendar that it came from; empty for one that was typed. */
  uid: string;
  /** Which one of a series: its start as it was planned at first; empty for a single meeting. */
  occurrence: string;
  /** The interview that was started from it. */
  interview_id: InterviewId | null;
};

/** One planned interview; `UUIDv7`. */
export type AppointmentId = string;

/** Names a planned interview. */
export type AppointmentRef = {
  /** Which. */
  appointment_id: AppointmentId;
};

/** Plans an interview, or changes a planned one. */
export type AppointmentSave = {
  /** Which; a new one where it is left out. */
  appointment_id?: AppointmentId | null;
  /** With whom. */
  candidate_id: CandidateId;
  /** With which kit; chosen later where it is left out. */
  kit_id?: KitId | null;
  /** The names of those who interview. */
  interviewers: Array<string>;
  /** When it starts. */
  starts_at: Timestamp;
  /** When it ends. */
  ends_at: Timestamp;
  /** Where it is. */
  location?: string;
};

/** A kit that was asked. */
export type AskedKit = {
  /** Its title. */
  title: string;
  /** Its version, from 1. */
  version: number;
};

/** A probe that was asked. */
export type AskedProbe = {
  /** The probe; none stands for the unplanned ones together. */
  text: string | null;
  /** How often; at least 1. */
  asked: number;
};

/** One attachment, without its bytes. */
export type Attachment = {
  /** The attachment's id. */
  id: AttachmentId;
  /** Where it belongs. */
  place: Place;
  /** The name of the file it came from. */
  name: string;
  /** What it is. */
  kind: AttachmentKind;
  /** Its size as it is kept, in bytes. */
  size: number;
  /** SHA-256 of the bytes as they are kept, in hexadecimal. */
  sha256: string;
  /** When it was added. */
  added_at: Timestamp;
};

/** Attaches a file. */
export type AttachmentAdd = {
  /** To which interview. */
  interview_id: InterviewId;
  /** The id of it, a `UUIDv7` that the page makes: sent again after an answer was lost, it is not attached twice. Left;
   * out, the core makes one. */
  attachment_id?: AttachmentId | null;
  /** Where it belongs. */
  place: Place;
  /** The file's name, without its folder. */
  name: string;
  /** The file in base64: PNG, JPEG or text in UTF-8, at most 10 MB, at most 20 an interview. A;
   * picture has at most 30,000 pixels a side and 50 million in all. */
  bytes: string;
};

/** One attached file; `UUIDv7`, made by the page or by the core. */
export type AttachmentId = string;

/** What an attachment is. */
export type AttachmentKind = "png" | "jpeg" | "text";

/** The attached files of an interview. */
export type AttachmentList = {
  /** Oldest first. */
  attachments: Array<Attachment>;
};

/** Names an attachment. */
export type AttachmentRef = {
  /** Which. */
  attachment_id: AttachmentId;
};

/** A file that was attached. */
export type AttachmentSaved = {
  /** The attachment as it is kept. */
  attachment: Attachment;
  /** When it became durable. */
  at: Timestamp;
};

/** An attached file with its bytes. */
export type AttachmentWhole = {
  /** The attachment. */
  attachment: Attachment;
  /** Its bytes, in base64. */
  bytes: string;
};

/** Who reads a packet. */
export type Audience = "panel" | "hr" | "candidate" | "blind";

/** When an interviewer may see the CV and what earlier interviewers noted. */
export type Background = "after_submission" | "before_interview";

/** A backup in a list. */
export type BackupCard = {
  /** Where it lies. */
  place: BackupPlace;
  /** Its file's name. */
  name: string;
  /** What it was made for. */
  kind: BackupKind;
  /** When: as its name says, or else when the file was last changed. */
  at: Timestamp;
  /** Its size in bytes. */
  bytes: number;
};

/** Asks for a backup. */
export type BackupCreate = {
  /** What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up. */
  job?: string | null;
};

/** The folder that backups are copied to as well. */
export type BackupFolder = {
  /** The folder, which is there. */
  path: string;
};

/** What was done by itself. */
export type BackupKept = {
  /** The backup that was made; none where none was due, or nothing had changed since the last one. */
  made: BackupCard | null;
  /** When the newest backup was made that lies in the data folder. */
  newest: Timestamp | null;
  /** What there is to say of the folder of one's choice. */
  chosen: string | null;
};

/** What a backup was made for. */
export type BackupKind = "daily" | "asked" | "before_import" | "before_restore" | "before_update" | "other";

/** The backups there are. */
export type BackupList = {
  /** The newest first; one that lies in both places stands here twice. */
  backups: Array<BackupCard>;
  /** The folder of one's choice. */
  folder: string | null;
  /** Whether that folder is there now: a stick may not be. */
  folder_there: boolean;
  /** Whether the key file goes there as well. It does once there is a passphrase: until then it lies bare. */
  key_goes_along: boolean;
  /** Saves that were made and were not in the database when it was opened. */
  missing_saves: number;
};

/** A backup that was made. */
export type BackupMade = {
  /** The backup. */
  backup: BackupCard;
  /** What is in it. */
  counts: Counts;
  /** What there is to say of the folder of one's choice; none where it was copied there, or there is no such folder. */
  chosen: string | null;
};

/** A file that may be a backup. */
export type BackupPath = {
  /** The file. */
  path: string;
};

/** Where a backup lies. */
export type BackupPlace = "own" | "chosen";

/** Names a backup of the list that is to be read. */
export type BackupRead = {
  /** Where it lies. */
  place: BackupPlace;
  /** Its file's name. */
  name: string;
  /** What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up. */
  job?: string | null;
};

/** Names a backup of the list. */
export type BackupRef = {
  /** Where it lies. */
  place: BackupPlace;
  /** Its file's name. */
  name: string;
};

/** A backup that was read to its last page. */
export type BackupVerified = {
  /** Its file's name. */
  name: string;
  /** The format of its store. */
  format: number;
  /** What is in it. */
  counts: Counts;
  /** When something in it was saved last. */
  newest: Timestamp | null;
};

/** What was done. */
export type BankActionKind = "question_added" | "question_changed" | "question_duplicated" | "questions_archived" | "questions_restored" | "leak_marked" | "offer_taken" | "offer_declined" | "imported" | "role_saved" | "kit_archived";

/** Something was done in the bank, undone or done again. */
export type BankDone = {
  /** What; none if there was nothing to do. */
  kind: BankActionKind | null;
  /** The questions that it changed: at most the first 200. */
  question_ids: Array<QuestionId>;
  /** What can be undone and redone now. */
  history: BankHistory;
  /** When it was saved. */
  at: Timestamp;
};

/** What can be undone and redone in the bank. */
export type BankHistory = {
  /** What the next undo takes back; none if there is nothing. */
  undo: BankActionKind | null;
  /** What the next redo does again; none if there is nothing. */
  redo: BankActionKind | null;
};

/** What raters had before them. */
export type Basis = "same_answers" | "separate_interviews";

/** Another scorecard of the same meeting. */
export type Beside = {
  /** Its interview. */
  interview_id: InterviewId;
  /** Whose it is: chosen on this laptop, not verified, unless it is the laptop's own interviewer. */
  interviewer: string;
  /** That interviewer's part. */
  part: Part | null;
};

/** The first link that does not hold. */
export type BrokenLink = {
  /** The place in the log where it shows, from 1; one more than there are lines where the end is missing. */
  sequence: number;
  /** Why. */
  fault: Fault;
  /** The same in a sentence. */
  words: string;
  /** What is kept and not logged, where that is the fault. */
  subject: Subject | null;
};

/** A calendar file as the page has read it, and what a person chose in it. */
export type CalendarImport = {
  /** The file's name. */
  name: string;
  /** The file, in base64 (RFC 4648). */
  bytes: string;
  /** The round whose interviews they are. */
  round_id: RoundId;
  /** The meetings to plan; none of the others is. A preview needs none. */
  choices?: Array<MeetingChoice>;
};

/** Meetings were planned. */
export type CalendarImported = {
  /** Interviews planned. */
  added: number;
  /** Those that were moved. */
  moved: number;
  /** Those that were called off. */
  called_off: number;
  /** Candidates who are new. */
  candidates: number;
  /** Names the import, to take it back; none where nothing changed. */
  import_id: ImportId | null;
  /** When it was saved. */
  at: Timestamp;
};

/** A meeting of a calendar. */
export type CalendarMeeting = {
  /** Its id in the calendar. */
  uid: string;
  /** Which one of a series; empty for a single meeting. */
  occurrence: string;
  /** Its title. */
  title: string;
  /** When it starts. */
  starts_at: Timestamp;
  /** When it ends. */
  ends_at: Timestamp;
  /** Where it is. */
  location: string;
  /** Who is invited, but for the candidate: names, or addresses where there is no name. */
  interviewers: Array<string>;
  /** The candidate, where the calendar or an earlier import tells. */
  candidate_id: CandidateId | null;
  /** That candidate's name. */
  candidate: string | null;
  /** Names that someone new may have, best first. */
  names: Array<string>;
  /** The kit that its title names, or the only one of the round. */
  kit_id: KitId | null;
  /** What an import does with it. */
  change: MeetingChange;
};

/** Which meetings of a calendar could be interviews of a round. */
export type CalendarPreview = {
  /** Those from today on, in order of time: at most 500. */
  meetings: Array<CalendarMeeting>;
  /** How many are left out because they are over. */
  past: number;
  /** How many are left out because they take whole days. */
  all_day: number;
  /** What was left out, and what to look at. */
  problems: Array<Problem>;
};

/** A person who is interviewed for a role. */
export type Candidate = {
  /** The candidate's id. */
  id: CandidateId;
  /** The name, in any script; see [`crate::text::person_name`]. */
  name: string;
  /** How to say the name, as the interviewer wrote it down; may be empty. */
  spoken_name: string;
  /** The role. */
  role_id: RoleId;
  /** The round; none where the candidate is in none. */
  round_id: RoundId | null;
  /** Whether this person is made up, for a demonstration. */
  sample: boolean;
  /** Whether this person stands in for a candidate in a practice interview, which is thrown away afterwards. */
  practice: boolean;
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

/** Asks for a page of the candidates. */
export type CandidateAsk = {
  /** Words of the name, the last of which may be unfinished; in any script, with or without marks. None of it is syntax. */
  text?: string | null;
  /** Those for one role. */
  role_id?: RoleId | null;
  /** Only those that were added before this place: the `next` of the page before. */
  before?: number | null;
  /** At most so many; 200 at the most, and if it is left out. */
  limit?: number | null;
};

/** A candidate in a list. */
export type CandidateCard = {
  /** The candidate. */
  candidate: Candidate;
  /** The role's title. */
  role: string;
  /** Submitted scorecards. */
  submitted: number;
  /** Interviews whose scorecard is still to come. */
  open: number;
  /** One's own interview that is still open. */
  continue_id: InterviewId | null;
  /** Whether a legal hold stands, so that nothing about the person is removed. */
  held: boolean;
};

/** Corrects a candidate's name or role. What was written under the name before stands as it was written. */
export type CandidateChange = {
  /** Whose. */
  candidate_id: CandidateId;
  /** The name, in any script; 1 to 200 characters. Pages, packets and files say it from then on. */
  name: string;
  /** The role. It stays as it is once an interview is planned or begun or the candidate is in a round. */
  role_id: RoleId;
};

/** A column, and what it was taken for. */
export type CandidateColumn = {
  /** Its heading; "Column 3" where there is none. */
  name: string;
  /** What it says; none where it goes into the notes under its heading. */
  field: CandidateField | null;
  /** What it says that must not be known, so that it was dropped. */
  dropped: Protected | null;
  /** Up to three of its values, none of a column that was dropped. */
  samples: Array<string>;
};

/** How many people an import adds, changes and leaves. */
export type CandidateCounts = {
  /** New ones. */
  added: number;
  /** Those of whom something is learnt. What is known already is never replaced. */
  updated: number;
  /** Those of whom nothing is new. */
  unchanged: number;
};

/** One candidate with the interviews held. */
export type CandidateDetail = {
  /** The candidate. */
  card: CandidateCard;
  /** How the candidate is reached, and what the application says. */
  contact: Contact;
  /** The round's title; none where the candidate is in none. */
  round: string | null;
  /** The interviews that are planned, in order of time. */
  planned: Array<PlannedCard>;
  /** Newest first. */
  interviews: Array<InterviewCard>;
  /** The legal hold that stands; none where the person may be erased. */
  hold: Hold | null;
  /** How many scorecards were imported from other programs. What they say is asked for by itself, since it is a colleague's;
   * judgement. */
  imported: number;
  /** What was decided last; none where nothing was, and while an own scorecard of the round is open. */
  decided: Decided | null;
};

/** Erases a candidate. */
export type CandidateErase = {
  /** Whom. */
  candidate_id: CandidateId;
  /** The name, typed to confirm it. */
  name: string;
};

/** A candidate was erased. */
export type CandidateErased = {
  /** What went. */
  gone: Array<ErasureCount>;
  /** Where the whole name still stands: in what was written about others or about nobody. */
  mentioned: Array<ErasureCount>;
  /** What about them was exported before, the newest first. Those files are outside our reach. */
  exported: Array<ExportedOnce>;
  /** How many backups were written anew without them. */
  backups: number;
  /** Backups that could not be read, and were removed. */
  removed: Array<string>;
  /** The folder of one's choice where it is not there now: its backups follow once it is. */
  waiting: string | null;
  /** What could not be done yet, with the reason; it is tried again at the next start. Empty where everything is done. */
  unfinished: Array<string>;
  /** When it was durable. */
  at: Timestamp;
};

/** What a column can say of a candidate. */
export type CandidateField = "name" | "given_name" | "family_name" | "spoken_name" | "email" | "phone" | "company" | "title" | "source" | "location" | "link" | "notes";

/** What kind of file it is, by what is in it. */
export type CandidateFormat = "table" | "json_resume" | "v_card";

/** Asks for one candidate. */
export type CandidateGet = {
  /** Which. */
  candidate_id: CandidateId;
};

/** A candidate who is here already, with what tells two of one name apart. */
export type CandidateHere = {
  /** The candidate. */
  candidate_id: CandidateId;
  /** The name here. */
  name: string;
  /** The e-mail address here; may be empty. */
  email: string;
  /** The role's title. */
  role: string;
  /** The round's title; none where the candidate is in none. */
  round: string | null;
  /** When the candidate was added. */
  added_at: Timestamp;
};

/** A person who is interviewed; `UUIDv7`. */
export type CandidateId = string;

/** A file with candidates as the page has read it. */
export type CandidateImport = {
  /** The file's name. */
  name: string;
  /** The file, in base64 (RFC 4648). */
  bytes: string;
  /** The role that they are candidates for. */
  role_id: RoleId;
  /** The round that they come into; none where it is left out. It is of that role. */
  round_id?: RoundId | null;
  /** For a table: what each column is, in order; null keeps a column in the notes. Found out where it is left out. */
  columns?: Array<CandidateField | null> | null;
  /** Which sentences of the notes that say what must not be known stay, by their numbers in the preview; the others are;
   * left out. */
  keep?: number[];
  /** Who they are of whom only a person can say it. */
  people?: Array<PersonChoice>;
};

/** A file with candidates, by its path. */
export type CandidateImportPath = {
  /** The file. */
  path: string;
  /** Only tell what would be done. */
  dry_run: boolean;
  /** The role that they are candidates for. */
  role_id: RoleId;
  /** The round that they come into; none where it is left out. */
  round_id?: RoundId | null;
  /** Keep the sentences of the notes that say what must not be known; they are left out otherwise. */
  keep_mentions?: boolean;
  /** Who they are of whom only a person can say it. */
  people?: Array<PersonChoice>;
};

/** What an import would do. Nothing is written. */
export type CandidateImportPreview = {
  /** What it was taken for; none where it is no text. */
  format: CandidateFormat | null;
  /** How many of each. */
  counts: CandidateCounts;
  /** The people, in the order of the file: at most the first 200. */
  people: Array<ImportedPerson>;
  /** Those of whom only a person can say who they are: at most the first 200. Until then they are left out. */
  unsure: Array<UnsurePerson>;
  /** For a table: what each column was taken for. */
  columns: Array<CandidateColumn>;
  /** Sentences of the notes that say what must not be known: at most the first 500. */
  mentions: Array<CandidateMention>;
  /** How many there are. Those after the first are left out. */
  mentioned: number;
  /** What was left out, and what to look at. */
  problems: Array<Problem>;
};

/** A file was imported, or would have been. */
export type CandidateImported = {
  /** The people, in the order of the file: everyone of a file that was named by its path, else at most the first 200. */
  people: Array<ImportedPerson>;
  /** Those of whom only a person can say who they are, as many as of the people. They were left out if that was not said. */
  unsure: Array<UnsurePerson>;
  /** For a table: what each column was taken for. */
  columns: Array<CandidateColumn>;
  /** What was left out, and what to look at. */
  problems: Array<Problem>;
  /** Names the import, to take it back; none where nothing changed. */
  import_id: ImportId | null;
  /** When it was saved. */
  at: Timestamp;
  /** New ones. */
  added: number;
  /** Those of whom something is learnt. What is known already is never replaced. */
  updated: number;
  /** Those of whom nothing is new. */
  unchanged: number;
};

/** A page of the candidates. */
export type CandidateList = {
  /** The one added last first. */
  candidates: Array<CandidateCard>;
  /** Where the next page begins; none after the last one. */
  next: number | null;
};

/** A sentence of a candidate's notes that says what must not be known. */
export type CandidateMention = {
  /** Which one of the file, counted from 0: names it when a person decides to keep it. */
  number: number;
  /** Where the person stands, such as `people.csv:3`. */
  where: string;
  /** About whom. */
  name: string;
  /** The words that say it. */
  words: string;
  /** The sentence that they stand in: what is left out. */
  sentence: string;
  /** What they say. */
  what: Protected;
  /** Whether it stays, since a person said so. */
  kept: boolean;
};

/** How long what is about one candidate is kept. */
export type CandidateRetention = {
  /** Whether it must be asked how long things are kept: this person is real, and nobody has answered yet. */
  ask: boolean;
  /** The rule that was chosen; none while none is. */
  rule: RetentionRule | null;
  /** How long, in words; empty without a rule. */
  words: string;
  /** Until when; none without a rule, for a person who is made up, and while an own open scorecard hides what was decided. */
  kept: Kept | null;
  /** Whether that time is over. While a legal hold stands, it is not. */
  due: boolean;
};

/** One thing that a reader must know before comparing. */
export type Caution = {
  /** Whom it is about; none where it is about all of them. */
  candidate_id: CandidateId | null;
  /** What it is. */
  fact: CautionFact;
  /** The same in words, without whose it is. */
  words: string;
};

/** What a caution says. */
export type CautionFact = "other_roles" | "other_kits" | "no_interview" | { "open": number } | "until_own" | { "until_round": string } | { "asked": Array<AskedKit> } | "nothing_rated" | { "imported": ImportedTogether } | { "unasked": UnaskedQuestions } | { "missed": MissedMustHave };

/** One rating in a cell. */
export type CellRating = {
  /** The scorecard: its place in the table's list, from 0. */
  scorecard: number;
  /** The question: its place among the table's questions, from 0. */
  question: number;
  /** The rating; none where the question was left unrated. */
  rating: Rating | null;
  /** Why it could not be judged, where that was said. */
  unjudged?: Unjudged;
};

/** One part that an action changed, before and after. */
export type Change = {
  "part": "draft";
  /** The kept entry that is being changed; none for a new note. */
  entry_id: EntryId | null;
  /** Before. */
  before: DraftText | null;
  /** After. */
  after: DraftText | null;
} | {
  "part": "kept";
  /** Which. */
  entry_id: EntryId;
  /** Before. */
  before: boolean;
  /** After. */
  after: boolean;
} | {
  "part": "text";
  /** Which. */
  entry_id: EntryId;
  /** Where it was filed then: a link is to a line of that question. */
  place: Place;
  /** Before. */
  before: EntryText;
  /** After. */
  after: EntryText;
} | {
  "part": "filed";
  /** Which. */
  entry_id: EntryId;
  /** Before. */
  before: EntryPlace;
  /** After. */
  after: EntryPlace;
} | {
  "part": "tick";
  /** Which question. */
  question_id: QuestionId;
  /** Which list. */
  target: TickTarget;
  /** Which line, from 1. */
  number: number;
  /** Before. */
  before: TickState | null;
  /** After. */
  after: TickState | null;
} | {
  "part": "rating";
  /** Before. */
  before: Rated | null;
  /** After. */
  after: Rated | null;
} | {
  "part": "probe";
  /** Which, from 1; none for the unplanned ones. */
  number: number | null;
  /** Before. */
  before: number;
  /** After. */
  after: number;
} | {
  "part": "deviation";
  /** Before. */
  before: Deviation | null;
  /** After. */
  after: Deviation | null;
};

/** One line of a field. */
export type ChangedLine = {
  /** What became of it. */
  kind: LineKind;
  /** For an anchor: the level that it is for, 1 to 5. */
  level: number | null;
  /** What it says. */
  text: string;
};

/** What a clock starts with. */
export type ClockStart = "decision" | "record";

/** How one's ratings lie to the keys, over some answers. */
export type Closeness = {
  /** Answers that count. */
  answers: number;
  /** Those rated as the key has it. */
  same: number;
  /** Those rated as the key has it or one level beside it. */
  within_one: number;
  /** The mean of the rating less the key, in levels: above 0 one is higher. */
  mean: number;
};

/** What the page does about a failure. */
export type Code = "invalid" | "not_found" | "locked" | "locked_store" | "conflict" | "hidden" | "name_first" | "protect_first" | "undrawable" | "disk_full" | "storage" | "damaged" | "damage_found" | "cannot_open" | "cannot_write" | "stopped" | "bug";

/** A coefficient, or why there is none. */
export type Coefficient = {
  /** The value; none where it is undefined. */
  value: number | null;
  /** The lower end of its 95 % interval. */
  low: number | null;
  /** The upper end. */
  high: number | null;
  /** Why there is no value, or no interval. */
  reason: string | null;
};

/** The coefficients of one competency. */
export type Coefficients = {
  /** Krippendorff's alpha on the ordinal scale. */
  alpha: Coefficient;
  /** Which panel the two correlations are for. */
  panel: Panel;
  /** The intraclass correlation of one rater. */
  icc_one: Coefficient;
  /** The intraclass correlation of the raters' mean. */
  icc_mean: Coefficient;
  /** Candidates with two ratings that the correlations had to leave out. */
  icc_left_out: number;
  /** Cohen's kappa with quadratic weights; none where there are not two raters. */
  kappa: Coefficient | null;
};

/** One column of a table, and what it was taken for. */
export type Column = {
  /** Its name in the first row; "Column 3" where the table has no row of names. */
  name: string;
  /** What it was taken for; none where its name says nothing we know: its texts are kept in the guidance. */
  field: Field | null;
  /** Its first texts that are not blank, at most three, each cut at 80 characters. */
  samples: Array<string>;
};

/** What candidates are compared on. */
export type Comparable = {
  /** The competencies that count, in the role's order. */
  competency_ids: Array<CompetencyId>;
  /** The others. */
  left_out: Array<LeftOut>;
};

/** Names the candidates to lay side by side. */
export type CompareAsk = {
  /** 2 to 50 candidates, in the order of the columns. */
  candidate_ids: Array<CandidateId>;
  /** Whether nobody is named in it: candidates are called by their letters, so are interviewers, there are no quotes;
   * and its ids are of this answer alone. */
  hide_names?: boolean;
};

/** One column of the comparison. */
export type CompareCandidate = {
  /** The candidate. */
  id: CandidateId;
  /** The name; where two of the table have one, with what tells them apart. See [`crate::namesake`]. */
  name: string;
  /** What this person is called while names are hidden, as in a packet; see [`CompareTable::own_letters`]. */
  letter: string;
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
  /** The composite over everything that was rated of this candidate; none while there is nothing to show. */
  composite: Composite | null;
  /** The composite over what all candidates are compared on, 1 to 5; none where this one is not compared. */
  compared: number | null;
  /** Its standard error; none where it is not known. */
  error: number | null;
  /** The tie groups that the candidate is in, from 1, the highest first. */
  groups: Array<number>;
};

/** One cell: the ratings of one candidate's answers on one competency. */
export type CompareCell = {
  /** The figure that the formula uses, with its coverage. */
  figure: CompetencyFigure;
  /** A dot for each scorecard that asks about it, oldest first. */
  dots: Array<Dot>;
  /** Whether two of them lie two levels or more from each other. */
  far_apart: boolean;
  /** Whether it is a must-have whose level the mean does not reach, or that is not rated. */
  falls_short: boolean;
  /** The ratings, scorecards oldest first, in kit order. Empty when no submitted scorecard asks about this competency. */
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
  /** Whether the composites are compared over it. */
  compared: boolean;
  /** Whether two candidates' means differ. */
  differs: boolean;
  /** A cell a candidate, in the order of the columns. */
  cells: Array<CompareCell>;
};

/** A submitted scorecard that the table is made of. Cells name it by its place in the list. */
export type CompareScorecard = {
  /** The interview it comes from. */
  interview_id: InterviewId;
  /** Who rated. */
  interviewer: string;
  /** The interviewer's part, where two interviewed together. */
  part: Part | null;
};

/** The whole comparison. */
export type CompareTable = {
  /** The columns, in the order asked for. */
  candidates: Array<CompareCandidate>;
  /** The scorecards that may be seen, in the order of the columns, those of one candidate oldest first. */
  scorecards: Array<CompareScorecard>;
  /** The rows, in the role's order. */
  rows: Array<CompareRow>;
  /** The questions, in the kits' order. */
  questions: Array<QuestionRow>;
  /** What a reader must know before comparing: different roles, kits or versions, missing scorecards, required questions;
   * that were not asked, must-haves that are missed. Shown above. */
  cautions: Array<Caution>;
  /** What is compared, who cannot be told apart, and what would change the first place. */
  order: Order;
  /** Whether the letters are of this comparison alone, since two of these people have one letter in their rounds. */
  own_letters: boolean;
};

/** Looks at a comparison before it is written. */
export type ComparisonCheck = {
  /** 2 to 50 candidates, in the order of the columns. */
  candidate_ids: Array<CandidateId>;
  /** On which paper; as in the settings when left out. */
  paper?: Paper | null;
  /** In which language its own words are, by its tag (BCP 47), such as `en`; English when left out. */
  language?: string | null;
};

/** Writes a comparison. */
export type ComparisonExport = {
  /** 2 to 50 candidates, in the order of the columns. */
  candidate_ids: Array<CandidateId>;
  /** Where to; a file there is replaced whole or not at all. */
  path: string;
  /** On which paper; as in the settings when left out. */
  paper?: Paper | null;
  /** In which language its own words are, by its tag (BCP 47), such as `en`; English when left out. */
  language?: string | null;
  /** A password that the file is encrypted with, AES-256; it is then no archival PDF. Kept nowhere. */
  password?: string;
  /** Go on although some characters cannot be drawn: they are printed as `[U+13000]`. */
  accept_undrawable?: boolean;
  /** What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up. */
  job?: string | null;
};

/** How it is written. */
export type ComparisonForm = "csv" | "markdown";

/** Writes a comparison as a table. */
export type ComparisonText = {
  /** 2 to 50 candidates, in the order of the columns. */
  candidate_ids: Array<CandidateId>;
  /** Where to; a file there is replaced whole or not at all. */
  path: string;
  /** How it is written. */
  form: ComparisonForm;
  /** Questions as rows instead of competencies. */
  questions?: boolean;
  /** Only rows in which two candidates differ. */
  differences_only?: boolean;
  /** Whether nobody is named in it: candidates and interviewers are called by letters. */
  hide_names?: boolean;
};

/** One thing a role needs, rated by the questions that count for it. */
export type Competency = {
  /** The competency's id within its role. */
  id: CompetencyId;
  /** Its name on screen and in the packet. */
  name: string;
  /** What it means, in a sentence or two. */
  definition: string;
  /** How much it counts against the others; the same for all unless a reason is written down. */
  weight: number;
  /** Why its weight is not that of the others; empty where it is. */
  weight_reason?: string;
  /** The level that the role must have here; none where it is not a must-have. Falling short of it is shown, and decides;
   * nothing by itself. */
  must_have?: 1 | 2 | 3 | 4 | 5;
};

/** What may be shown of one competency. */
export type CompetencyAgreement = {
  /** The competency. */
  competency_id: CompetencyId;
  /** Candidates with two ratings or more. */
  units: number;
  /** How many pairs gave the same; none below five candidates. */
  pairs: PairCount | null;
  /** The coefficients; none below five candidates. */
  coefficients: Coefficients | null;
  /** Whether there are too few candidates to tell: the pairs come first and the coefficients behind details. */
  too_few_to_tell: boolean;
};

/** The figure of one competency, with what it rests on. */
export type CompetencyFigure = {
  /** The competency. */
  competency_id: CompetencyId;
  /** The unweighted mean of the scorecards that rated it, 1 to 5; none where none did. */
  mean: number | null;
  /** Scorecards that rated at least one of its questions. */
  scorecards_rated: number;
  /** Scorecards whose kit asks about it. */
  scorecards_asked: number;
  /** Its questions with a level, over those scorecards. */
  questions_rated: number;
  /** Its questions in their kits. */
  questions: number;
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

/** One of the fifteen. */
export type Component = "job_analysis" | "same_questions" | "limited_prompting" | "question_types" | "length" | "ancillary_information" | "candidate_questions_last" | "rating_per_answer" | "anchors" | "notes" | "several_raters" | "same_raters" | "no_discussion" | "training" | "formula";

/** Whether one component is met, and by what it is known. */
export type ComponentMet = {
  /** Which. */
  component: Component;
  /** Its name. */
  title: string;
  /** How it is judged, in a sentence. */
  judged: string;
  /** Whether people declare it; else it is judged by data. */
  declared: boolean;
  /** Whether it is met; none while no interview was submitted that could show it. */
  met: boolean | null;
  /** What was declared; none for what is judged by data or not declared. */
  note: string | null;
  /** One action that would meet it. */
  action: string;
};

/** A composite, with what it rests on. */
export type Composite = {
  /** Σ w·s / Σ w, 1 to 5; none where no competency has a mean. */
  value: number | null;
  /** Competencies that have a mean. */
  competencies_rated: number;
  /** Competencies that count. */
  competencies: number;
  /** Weight of the competencies that have a mean. */
  weight_rated: number;
  /** Weight of all competencies that count. */
  weight: number;
};

/** That the interviewer has looked at the means of the competencies, all at once. */
export type Confirmation = {
  /** When. */
  at: Timestamp;
  /** What they were. Once a rating is changed they are others, and no longer confirmed. */
  sums: Array<CompetencySum>;
};

/** A rating of a competency that the panel agreed on. */
export type Consensus = {
  /** The competency. */
  competency_id: CompetencyId;
  /** Its name as it was then. */
  competency: string;
  /** What was agreed. */
  level: 1 | 2 | 3 | 4 | 5;
  /** Why. */
  reason: string;
};

/** How a candidate is reached, and what the application says. Every text may be empty. */
export type Contact = {
  /** The e-mail address. */
  email: string;
  /** The telephone number, as it was written. */
  phone: string;
  /** Where the candidate works. */
  company: string;
  /** What the candidate works as. */
  title: string;
  /** Where the application came from. */
  source: string;
  /** Where the candidate lives. */
  location: string;
  /** Addresses on the web. */
  links: Array<string>;
  /** Everything else. */
  notes: string;
};

/** Keeps what is known of a candidate. */
export type ContactSave = {
  /** Of whom. */
  candidate_id: CandidateId;
  /** What is known. */
  contact: Contact;
};

/** How a question goes with the others of its kit. */
export type Correlation = {
  /** How many complete scorecards of one version. */
  n: number;
  /** Pearson's r, -1 to 1. */
  r: number;
  /** The lower end of the 95 % bootstrap interval. */
  low: number;
  /** The upper end. */
  high: number;
};

/** How much there is in a store. */
export type Counts = {
  /** People, made-up ones of a practice left out. */
  candidates: number;
  /** Interviews. */
  interviews: number;
  /** Notes that were not removed. */
  notes: number;
  /** Ratings of questions. */
  ratings: number;
  /** Submitted scorecards. */
  scorecards: number;
  /** Versions of decisions. */
  decisions: number;
  /** Attached files. */
  attachments: number;
  /** Questions of the bank. */
  questions: number;
  /** Lines of the log. */
  log_lines: number;
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

/** Said once something is durable that decides whether a question is still to come. */
export type Covered = {
  /** When. */
  at: Timestamp;
  /** What can be undone and redone at the place now. */
  history: History;
  /** How the questions fit the time now. */
  plan: Plan;
};

/** Whether the data are those that the file says it holds. */
export type DataState = "whole" | "not_the_same" | "unreadable" | "encrypted";

/** A candidate before the panel. */
export type Debrief = {
  /** The candidate. */
  candidate: Candidate;
  /** The role's title. */
  role: string;
  /** The round's title; none where the candidate is in none. */
  round: string | null;
  /** Names that may own an open point: the panel and the owner of the laptop. */
  people: Array<string>;
  /** What is laid before the panel. */
  view: DebriefView;
  /** What it writes down. */
  draft: DebriefDraft;
  /** Every version of its decision, the newest first. */
  decisions: Array<DecisionVersion>;
};

/** What the panel writes down, as far as it is written. */
export type DebriefDraft = {
  /** The meeting's notes. */
  notes: string;
  /** The ratings agreed on, at most one a competency. */
  consensus: Array<Consensus>;
  /** Open risks and follow-ups, in the order written. */
  points: Array<OpenPoint>;
  /** The decision that is being written; blank once it is made. */
  decision: DecisionDraft;
};

/** One recommendation with its reasons, as it was submitted. */
export type DebriefOpinion = {
  /** The interview. */
  interview_id: InterviewId;
  /** Who. */
  interviewer: string;
  /** The interviewer's part, where two interviewed together. */
  part: Part | null;
  /** The recommendation that counts. */
  recommendation: Recommendation;
  /** What the newest version recommends; none where nothing was amended. */
  amended: Recommendation | null;
  /** Whether its author had seen another's scorecard on the candidate by then. */
  after_seeing_others: boolean;
  /** Why, in the interviewer's words. */
  reason: string;
  /** Reasons for. */
  reasons_for: Array<string>;
  /** Reasons against. */
  reasons_against: Array<string>;
};

/** A competency before the panel. */
export type DebriefRow = {
  /** The competency. */
  competency: Competency;
  /** The figure of the formula, with its coverage. */
  figure: CompetencyFigure;
  /** Whether it is a must-have whose level the mean does not reach, or that is not rated. */
  falls_short: boolean;
  /** Each scorecard that asks about it, oldest first. */
  raters: Array<RaterMean>;
  /** How far the lowest and the highest of them lie apart; none with fewer than two. */
  gap: number | null;
  /** Own ratings that differ from the mean. They enter no figure. */
  own: Array<OwnView>;
};

/** Keeps what the panel writes down. What is left out stays as it is. */
export type DebriefSave = {
  /** About whom. */
  candidate_id: CandidateId;
  /** The meeting's notes. */
  notes?: string | null;
  /** The ratings agreed on, all of them. */
  consensus?: Array<Consensus> | null;
  /** The open risks and follow-ups, all of them. */
  points?: Array<OpenPoint> | null;
  /** The decision, as far as it is written. */
  decision?: DecisionDraft | null;
};

/** What is laid before the panel. */
export type DebriefView = {
  /** The composite with its coverage. */
  composite: Composite;
  /** How the candidate stands among the others; none where there is nobody to compare with. */
  standing: Standing | null;
  /** The competencies, in the role's order. */
  rows: Array<DebriefRow>;
  /** The recommendations, oldest interview first. Listed, never averaged. */
  opinions: Array<DebriefOpinion>;
  /** Scorecards imported from elsewhere, oldest first. They enter no figure. */
  imported: Array<SharedScorecard>;
  /** Who has still to submit a scorecard. */
  missing: Array<string>;
};

/** What was decided about a candidate, and when. Why stands in the debrief. */
export type Decided = {
  /** What. */
  outcome: Outcome;
  /** At another level than the role's; empty for the role's own. */
  level: string;
  /** For another role; empty for the one interviewed for. */
  role: string;
  /** When it was recorded. */
  at: Timestamp;
  /** Its version, from 1. */
  number: number;
};

/** A decision that was made. */
export type Decision = {
  /** What. */
  outcome: Outcome;
  /** At another level than the role's; empty for the role's own. */
  level: string;
  /** For another role; empty for the one interviewed for. */
  role: string;
  /** Why; never empty. */
  reason: string;
  /** With the formula or against it; none where there were no figures. */
  formula: Stance | null;
  /** Who dissents. */
  dissent: Array<Dissent>;
};

/** A decision as far as it is written. */
export type DecisionDraft = {
  /** What; none until it is chosen. */
  outcome: Outcome | null;
  /** At another level than the role's, such as "mid-level"; empty for the role's own. */
  level: string;
  /** For another role; empty for the one interviewed for. */
  role: string;
  /** Why. */
  reason: string;
  /** With the formula or against it; none until it is chosen, and where there are no figures. */
  formula: Stance | null;
  /** Who dissents. */
  dissent: Array<Dissent>;
};

/** A decision that was made. */
export type DecisionMade = {
  /** The version. */
  version: DecisionVersion;
  /** When it became durable. */
  at: Timestamp;
};

/** Makes a decision, or changes one. */
export type DecisionMake = {
  /** About whom. */
  candidate_id: CandidateId;
  /** What is decided, with its reason. */
  decision: DecisionDraft;
  /** The number of the version that it comes after; none for the first. */
  after?: number | null;
};

/** One version of the decision about a candidate, with what it was made on. */
export type DecisionVersion = {
  /** Its number, from 1. */
  number: number;
  /** About whom. */
  candidate_id: CandidateId;
  /** In which round; none where the candidate was in none. */
  round_id: RoundId | null;
  /** What was decided. */
  decision: Decision;
  /** Who recorded it: the interviewer of the laptop, chosen and not verified. */
  by: Interviewer;
  /** When, in whole milliseconds. */
  at: Timestamp;
  /** The composite as it was then; none where nothing was rated. */
  composite: Composite | null;
  /** The ratings that the panel agreed on, as they were then. They enter no figure. */
  consensus: Array<Consensus>;
  /** The risks and follow-ups that were open then. */
  open: Array<OpenPoint>;
  /** SHA-256 of the meeting's notes as they were then; none where there were none. */
  notes_hash: string | null;
  /** The hash of the version before; none for the first. */
  previous: string | null;
  /** SHA-256 of the canonical form of everything else here. */
  hash: string;
};

/** A question that was not asked as the kit has it. */
export type Deviation = {
  /** How. */
  kind: DeviationKind;
  /** Why, in the interviewer's words; may be empty. */
  reason: string;
};

/** How the interviewer left the kit's words. */
export type DeviationKind = "reworded" | "skipped";

/** Says that a question was not asked as the kit has it. */
export type DeviationSet = {
  /** In which interview. */
  interview_id: InterviewId;
  /** Which question. */
  question_id: QuestionId;
  /** How; none takes it back. */
  kind: DeviationKind | null;
  /** Why, in the interviewer's words. */
  reason?: string | null;
};

/** What saving did. */
export type Did = "added" | "changed" | "unchanged";

/** Somebody of the panel who would decide otherwise. */
export type Dissent = {
  /** Who. */
  name: string;
  /** Why, in their words. */
  words: string;
};

/** One rater's dot in a cell. */
export type Dot = {
  /** The scorecard: its place in the table's list, from 0. */
  scorecard: number;
  /** The mean of this scorecard, 1 to 5; none where nothing was judged: the dot is hollow. */
  mean: number | null;
};

/** What is being typed: at most one new note a place, and at most one change of each kept entry. */
export type Draft = {
  /** Where it stands. */
  place: Place;
  /** The kept entry that is being changed; none for a new note. */
  entry_id: EntryId | null;
  /** The kind chosen for it. */
  kind: EntryKind;
  /** What it will be linked to. */
  link: DraftLink | null;
  /** The text so far; never empty. */
  text: string;
  /** When it was begun, in seconds since the interview began. */
  at_seconds: number;
};

/** A scorecard that is due. */
export type DraftDue = {
  /** Its interview. */
  interview: InterviewCard;
  /** When it is due: so many hours after the end of the meeting, as the role says. */
  due_at: Timestamp;
  /** Whether that is over. */
  overdue: boolean;
};

/** A link that is about to be made, and how the line was noticed. */
export type DraftLink = {
  /** Which list of the question. */
  target: TickTarget;
  /** The line in that list, counted from 1. */
  number: number;
  /** How it was noticed; used for the tick where the line has none yet. */
  state: TickState;
};

/** Keeps what is being typed. */
export type DraftSave = {
  /** In which interview. */
  interview_id: InterviewId;
  /** Where it stands. */
  place: Place;
  /** The kept entry that is being changed; none for a new note. */
  entry_id?: EntryId | null;
  /** The kind chosen for it. */
  kind: EntryKind;
  /** What it will be linked to. */
  link?: DraftLink | null;
  /** The text so far; empty clears the draft, and so ends the change of an entry that is given up. */
  text: string;
  /** When it was begun, in seconds since the interview began. */
  at_seconds: number;
  /** Which group of typing it belongs to: saves with the same number, one after another, are undone together. */
  group?: number | null;
};

/** What stands in a text field: a note that is not kept, or a kept one as it is being changed. */
export type DraftText = {
  /** The kind chosen for it. */
  kind: EntryKind;
  /** What it will be linked to. */
  link: DraftLink | null;
  /** The text so far; never empty. */
  text: string;
  /** When it was begun, in seconds since the interview began. */
  at_seconds: number;
};

/** One's own drift over time. */
export type Drift = {
  /** The days with answers that count, the oldest first. */
  days: Array<DriftDay>;
  /** All of them together; none before the first. */
  all: Closeness | null;
  /** Ratings that do not count: the same answer again within ninety days. */
  not_counted: number;
};

/** One day of drills. */
export type DriftDay = {
  /** The day, in local time. */
  day: string;
  /** How close one was. */
  closeness: Closeness;
};

/** One drill in the list. */
export type DrillCard = {
  /** The question. */
  question_id: QuestionId;
  /** Its title. */
  title: string;
  /** Written answers. */
  answers: number;
  /** Those that one has rated, ever. */
  rated: number;
};

/** Names a drill. */
export type DrillGet = {
  /** The question. */
  question_id: QuestionId;
};

/** The key, told once the answer is rated. */
export type DrillKey = {
  /** What was given. */
  given: 1 | 2 | 3 | 4 | 5;
  /** The key: the level on which its ratings agreed. */
  key: 1 | 2 | 3 | 4 | 5;
  /** Why. */
  reason: string;
  /** Whether this one counts in one's drift; one that was rated within ninety days does not. */
  counts: boolean;
  /** One's own figures over everything that counts, this one included. */
  all: Closeness | null;
};

/** The drills, and one's own drift. */
export type DrillList = {
  /** The drills, in the order of the questions. */
  drills: Array<DrillCard>;
  /** How far one's own ratings lie from the keys, over time. Nobody else's is kept or shown here. */
  drift: Drift;
};

/** Rates a written answer. */
export type DrillRate = {
  /** The question. */
  question_id: QuestionId;
  /** The answer. */
  answer_id: string;
  /** The level. */
  level: 1 | 2 | 3 | 4 | 5;
};

/** A question with written answers to rate. */
export type DrillSheet = {
  /** The question. */
  question_id: QuestionId;
  /** Its title. */
  title: string;
  /** What was asked. */
  prompt: string;
  /** What an answer at each level from 1 to 5 says, as the pack has it: the keys were rated by these. */
  anchors: [string, string, string, string, string];
  /** How the keys were rated: two ratings at least, given apart, that agreed. */
  ratings: Array<string>;
  /** The answers, in the order they are shown. */
  answers: Array<DrillText>;
};

/** A written answer, without its key. */
export type DrillText = {
  /** Its id within the drill. */
  id: string;
  /** What the candidate said. */
  text: string;
};

/** One kept note. */
export type Entry = {
  /** The entry's id. */
  id: EntryId;
  /** Where it is filed. */
  place: Place;
  /** What kind of note it is. */
  kind: EntryKind;
  /** The line of that question that it is evidence for; none for an entry on the answer as a whole. */
  link: EntryLink | null;
  /** What was written. */
  text: string;
  /** When it was begun, in seconds since the interview began. */
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

/** Hides a note. What was done at its place up to its last change cannot be undone any more: its words stand there. */
export type EntryHide = {
  /** Which. */
  entry_id: EntryId;
  /** The protected topic that it is about. */
  topic: Topic;
};

/** One kept note; `UUIDv7`, made by the page or by the core. */
export type EntryId = string;

/** What kind of note an entry is. */
export type EntryKind = "note" | "quote" | "good" | "concern" | "follow_up" | "code";

/** The line of the question that an entry is evidence for. */
export type EntryLink = {
  /** Which list of the question. */
  target: TickTarget;
  /** The line in that list, counted from 1. */
  number: number;
};

/** Files a note elsewhere. */
export type EntryMove = {
  /** Which. */
  entry_id: EntryId;
  /** Where to. A link to a line of the question that it leaves is dropped. */
  place: Place;
};

/** Where an entry is filed. */
export type EntryPlace = {
  /** Where. */
  place: Place;
  /** The line of that question that it is evidence for. */
  link: EntryLink | null;
};

/** Names a note. */
export type EntryRef = {
  /** Which. */
  entry_id: EntryId;
};

/** Keeps a note. */
export type EntrySave = {
  /** In which interview. */
  interview_id: InterviewId;
  /** The entry to change, or the id of a new one, a `UUIDv7` that the page makes: sent again after an answer was lost;
   * it is not kept twice. Left out, the core makes the id of a new entry. */
  entry_id?: EntryId | null;
  /** Where it is filed. An entry that is kept already stays where it is: `entry_move` files it elsewhere. */
  place: Place;
  /** What kind of note it is. */
  kind: EntryKind;
  /** The line of that question that it is evidence for; it is ticked, unless it is already. */
  link?: DraftLink | null;
  /** What was written; at most 100,000 characters. */
  text: string;
  /** When it was begun, in seconds since the interview began; of a kept entry it stays. */
  at_seconds: number;
  /** For a new entry, what stood in the field; left out, the text at its place. */
  typed?: TypedAt | null;
};

/** A note as it is kept. */
export type EntrySaved = {
  /** The note. */
  entry: Entry;
  /** How the line that it is linked to is ticked now; none without a link. */
  tick: TickState | null;
  /** What can be undone and redone at the place where it was done. */
  history: History;
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

/** What an entry says. */
export type EntryText = {
  /** What kind of note it is. */
  kind: EntryKind;
  /** The line that it is evidence for. */
  link: EntryLink | null;
  /** What was written. */
  text: string;
};

/** A scorecard whose rated competencies all have one rating. */
export type EqualCard = {
  /** The interview. */
  interview_id: InterviewId;
  /** With whom. */
  candidate_id: CandidateId;
  /** That candidate's name. */
  candidate: string;
  /** What is stated: "all 4". */
  words: string;
};

/** What erasing a candidate would remove. Nothing is written. */
export type ErasePreview = {
  /** The name that must be typed. */
  name: string;
  /** The hold that forbids it; none where none stands. */
  hold: Hold | null;
  /** Whether an interview with them is under way, which forbids it. */
  under_way: boolean;
  /** What goes: what it is, and how much of it. */
  goes: Array<ErasureCount>;
  /** Where the whole name stands in what was written about others or about nobody. That stays. */
  mentioned: Array<ErasureCount>;
  /** The notes among that which are one's own to read. */
  named: Array<NamedNotes>;
  /** Where a part of the name stands in such texts without the rest of it. It may be somebody else's, so that a person looks. */
  partly: Array<NamePart>;
  /** What about them was exported, the newest first. Those files are outside our reach. */
  exported: Array<ExportedOnce>;
  /** How many backups in the data folder hold them, and are written anew without them. */
  backups: number;
  /** The same of the folder of one's choice. */
  chosen_backups: number;
  /** The folder of one's choice; none where there is none. */
  folder: string | null;
  /** Whether that folder is there now. If not, its backups follow once it is. */
  folder_there: boolean;
  /** Backups that cannot be read and may hold them. They are removed. */
  unreadable: Array<string>;
  /** Damaged databases and other leftovers in the data folder that may hold them. They are removed. */
  put_aside: number;
};

/** How much there is of something. */
export type ErasureCount = {
  /** What, in words. */
  what: string;
  /** How much. */
  rows: number;
};

/** What stands behind one cell. */
export type Evidence = {
  /** The candidate's name. */
  candidate: string;
  /** The competency. */
  competency: Competency;
  /** The scorecards that ask about it, oldest first. */
  scorecards: Array<Source>;
  /** The answers, with their evidence. */
  answers: Array<Answer>;
  /** What scorecards imported from elsewhere say beside it. It enters no figure. */
  imported: Array<SharedScorecard>;
};

/** What an answer at a level sounded like. */
export type Example = {
  /** Its id. */
  id: string;
  /** The level that it is an example of. */
  level: 1 | 2 | 3 | 4 | 5;
  /** What it says. */
  text: string;
};

/** Makes an example from an answer. */
export type ExampleAdd = {
  /** Of which question. */
  question_id: QuestionId;
  /** The level that it is an example of. */
  level: 1 | 2 | 3 | 4 | 5;
  /** In one's own words; at most 1000 characters. */
  text: string;
  /** The interview of one's own in which the answer was given. */
  interview_id: InterviewId;
};

/** The examples of a question. */
export type ExampleList = {
  /** Lowest level first. */
  examples: Array<Example>;
};

/** Names an example. */
export type ExampleRef = {
  /** Which. */
  example_id: string;
};

/** One answer of one's own interviews, to make an example from. */
export type ExampleSource = {
  /** The interview in which it was given. */
  interview_id: InterviewId;
  /** Who gave it. */
  candidate: string;
  /** When. */
  at: Timestamp;
  /** What was said of it; none while it is not rated. */
  rating: Rating | null;
  /** What was noted, oldest first. */
  entries: Array<Entry>;
};

/** The answers to make an example from. */
export type ExampleSources = {
  /** Newest first; at most the newest 50. */
  sources: Array<ExampleSource>;
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

/** Something about a person that was exported. It is outside our reach. */
export type ExportedOnce = {
  /** When. */
  at: Timestamp;
  /** What, in words: "Packet exported". */
  words: string;
  /** SHA-256 of the file, in hexadecimal, by which it can be found; none where it was a folder of files. */
  sha256: string | null;
};

/** A failure: what kind, and what to do, in a sentence for the person. */
export type Failure = {
  /** What the page does about it. */
  code: Code;
  /** What happened, what is safe, what to do. */
  message: string;
  /** Of which field of the request it speaks, such as `title` or `role.competencies[2].name`; none where it is of the whole. */
  field?: string;
};

/** Why a link of the chain does not hold. */
export type Fault = "sequence" | "previous" | "changed" | "not_logged";

/** What a column of a table, or a name in a file, can be taken for. */
export type Field = "id" | "title" | "prompt" | "section" | "level" | "type" | "competency" | "tags" | "minutes" | "indicators" | "red_flags" | "probes" | "anchor1" | "anchor2" | "anchor3" | "anchor4" | "anchor5" | "guidance";

/** A field that is not the same in both versions. */
export type FieldChange = {
  /** Which. */
  field: QuestionField;
  /** Its lines in reading order: a line that changed is removed and then added. Of the anchors, only the levels that;
   * changed. */
  lines: Array<ChangedLine>;
};

/** What use says. */
export type Figures = {
  /** Submitted scorecards in which it was asked. */
  asked: number;
  /** Submitted scorecards in which it was not asked. */
  not_asked: number;
  /** How often the answer could not be judged. */
  could_not_judge: number;
  /** How often each level was given, level 1 first. */
  levels: [number, number, number, number, number];
  /** How often a level was given. */
  rated: number;
  /** How long it took; none while no time was kept. */
  time: TimeTaken | null;
  /** Complete scorecards of the version that was used most; a correlation needs 30. */
  complete: number;
  /** How it goes with the others; none below 30, or where all ratings are the same. */
  correlation: Correlation | null;
};

/** One value to narrow a search to. */
export type FilterValue = {
  /** As the filter takes it; empty for questions without one. */
  value: string;
  /** As people read it. */
  name: string;
  /** How many questions have it. */
  questions: number;
};

/** What kind of word the lint points at. */
export type FindingKind = "verdict" | "protected";

/** What would change the first place. */
export type Firmness = {
  /** Who comes first; several where they are level. */
  first: Array<CandidateId>;
  /** The shares of weightings, in the order of the candidates' ids. */
  shares: Array<FirstShare>;
  /** How many weightings were drawn for each share. */
  draws: number;
  /** Where the draws began. */
  seed: number;
  /** The smallest change of one weight that changes the first place; none where none does, or where it is shared. */
  tipping: Tipping | null;
  /** Who comes first without each rater, by name. */
  without: Array<WithoutRater>;
};

/** Under which share of weightings a candidate comes first. */
export type FirstShare = {
  /** The candidate. */
  candidate_id: CandidateId;
  /** Of all weightings there are (uniform on the simplex), 0 to 1. Where several come first, each has a part. */
  any: number;
  /** Of those in which each weight lies between half and one and a half times the role's, 0 to 1. */
  near: number;
};

/** A follow-up that an earlier, submitted scorecard of the same candidate left open. */
export type FollowUp = {
  /** The entry. */
  entry_id: EntryId;
  /** The interview it was kept in. */
  interview_id: InterviewId;
  /** Who kept it. */
  interviewer: string;
  /** What to follow up. */
  text: string;
  /** When it was kept. */
  kept_at: Timestamp;
};

/** A format that questions are imported from and exported to. */
export type Format = "toml" | "markdown" | "csv" | "json";

/** Something that a finished question has and this one does not. */
export type Gap = "competency" | "minutes" | "type" | "indicators" | "red_flags" | "probes" | "anchors";

/** What lies behind a gap. */
export type GapGiven = {
  /** The competency. */
  competency_id: CompetencyId;
  /** The candidate. */
  candidate_id: CandidateId;
  /** What each rater gave, the lowest first. */
  given: Array<Given>;
};

/** What one rater gave. */
export type Given = {
  /** Who. */
  interviewer: string;
  /** The interviewer's part, where two interviewed together. */
  part: Part | null;
  /** The mean of the competency in that scorecard, 1 to 5. */
  mean: number;
};

/** What the rule says of one group. */
export type GroupImpact = {
  /** The group. */
  group: ImpactGroup;
  /** Selected over applicants, 0 to 1. */
  rate: number;
  /** The rate over the highest rate, 0 to 1; none where nobody was selected. */
  ratio: number | null;
  /** Whether the rate is less than four fifths of the highest; exactly four fifths is not. */
  below: boolean;
  /** Fisher's exact test against the group with the highest rate, two-sided; none for that group itself. */
  p: number | null;
  /** Whether, with both groups selected alike, one of the four counts would be below five: too small to say much. */
  small: boolean;
  /** Whether one more of this group, in the place of one of the highest, would give this group the higher rate. */
  one_person: boolean;
};

/** Looks at a guide before it is written. */
export type GuideCheck = {
  /** Of which kit, in its newest version. */
  kit_id: KitId;
  /** On which paper; as in the settings when left out. */
  paper?: Paper | null;
  /** In which language its own words are, by its tag (BCP 47), such as `en`; English when left out. */
  language?: string | null;
};

/** What a guide would hold. */
export type GuideChecked = {
  /** A name for the file: date, kit, what it is; safe on every file system. */
  file_name: string;
  /** Its pages. */
  pages: number;
  /** Characters that no font at hand can draw, with their places. */
  undrawable: Array<Undrawable>;
};

/** Writes a guide. */
export type GuideExport = {
  /** Of which kit, in its newest version. */
  kit_id: KitId;
  /** Where to; a file there is replaced whole or not at all. */
  path: string;
  /** On which paper; as in the settings when left out. */
  paper?: Paper | null;
  /** In which language its own words are, by its tag (BCP 47), such as `en`; English when left out. */
  language?: string | null;
  /** A password that the file is encrypted with, AES-256; it is then no archival PDF. Kept nowhere. */
  password?: string;
  /** Go on although some characters cannot be drawn: they are printed as `[U+13000]`. */
  accept_undrawable?: boolean;
  /** What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up. */
  job?: string | null;
};

/** How far a rater lies from the others. */
export type Habit = {
  /** Candidates whom others rated too. */
  candidates: number;
  /** The mean difference; none below ten such candidates. */
  difference: HabitDifference | null;
};

/** The mean over candidates of the own figure less the mean of the others, in points of the scale: above 0 the rater is higher. */
export type HabitDifference = {
  /** The mean. */
  mean: number;
  /** The lower end of its 95 % interval. */
  low: number;
  /** The upper end. */
  high: number;
};

/** Says whether one shares one's own difference. */
export type HabitShare = {
  /** Whether others may see it. */
  shared: boolean;
};

/** One's own habits, and those that others share. */
export type Habits = {
  /** One's own. */
  own: Habit;
  /** One's own scorecards with one rating throughout. */
  equal: Array<EqualCard>;
  /** Whether one shares the difference. */
  shared: boolean;
  /** Those of others who share theirs. */
  others: Array<NamedHabit>;
};

/** Somebody on whom a legal hold stands. */
export type HeldCard = {
  /** Who. */
  candidate_id: CandidateId;
  /** The name. */
  candidate: string;
  /** The role's title. */
  role: string;
  /** The hold. While it stands the clock stops, and nothing is due. */
  hold: Hold;
};

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

/** What can be undone and redone at a place. */
export type History = {
  /** The place's last action that stands; none when there is nothing to undo. */
  undo: ActionKind | null;
  /** The action that was undone last; none when there is nothing to redo. */
  redo: ActionKind | null;
};

/** A hold that stands. */
export type Hold = {
  /** Why, such as a complaint and its number. */
  reason: string;
  /** Who set it: the interviewer of the laptop, chosen and not verified. */
  by: Interviewer;
  /** Since when, in whole milliseconds. */
  at: Timestamp;
};

/** Sets a hold. */
export type HoldSet = {
  /** On whom. */
  candidate_id: CandidateId;
  /** Why; the log does not repeat it. */
  reason: string;
};

/** What is done where a file of the name is there already. */
export type IfThere = "number" | "replace";

/** What the rule says of all of them. */
export type Impact = {
  /** The groups in the order in which they were given. */
  groups: Array<GroupImpact>;
  /** Which of them has the highest rate; of several the one with the most applicants. */
  highest: number;
};

/** Asks what the rule says of some groups. */
export type ImpactCheck = {
  /** The groups, 2 to 20. */
  groups: Array<ImpactGroup>;
};

/** A group, as it was typed. */
export type ImpactGroup = {
  /** Its name. */
  name: string;
  /** How many applied. */
  applicants: number;
  /** How many of those were selected. */
  selected: number;
};

/** The rule, as it stands in the law of the United States. */
export type ImpactRule = {
  /** Where it stands. */
  citation: string;
  /** Since when. */
  date: string;
  /** The sentences of it that the figures are about. */
  sentences: Array<string>;
};

/** A question that an import would add. */
export type ImportAdded = {
  /** Its id. */
  id: QuestionId;
  /** Its title. */
  title: string;
  /** What is not written yet. */
  gaps: Array<Gap>;
};

/** A question that is in the bank with other words. */
export type ImportChanged = {
  /** Its id. */
  id: QuestionId;
  /** Its title, as the bank has it. */
  title: string;
  /** What the file says otherwise. */
  changes: Array<FieldChange>;
};

/** How many questions an import adds, changes and leaves. */
export type ImportCounts = {
  /** New ones. */
  added: number;
  /** Those with a new version. */
  updated: number;
  /** Those that say what they said. */
  unchanged: number;
  /** Those whose own version stays beside the file's. */
  offered: number;
};

/** One import, while it can be taken back; `UUIDv7`. */
export type ImportId = string;

/** What an import would do. Nothing is written. */
export type ImportPreview = {
  /** The format that it was taken for; none where it is none. */
  format: Format | null;
  /** How many of each. */
  counts: ImportCounts;
  /** Questions that are new: at most the first 200. */
  added: Array<ImportAdded>;
  /** Questions that would get a new version: at most the first 200. */
  changed: Array<ImportChanged>;
  /** Questions that have a version of one's own, which stays: the file's would be offered. At most the first 200. */
  offered: Array<ImportChanged>;
  /** For a pack: its role's title. */
  role: string | null;
  /** For a pack: the titles of its kits. */
  kits: Array<string>;
  /** For a table: what each column was taken for. */
  columns: Array<Column>;
  /** What was found in the file. */
  problems: Array<Problem>;
};

/** Names an import. */
export type ImportRef = {
  /** Which. */
  import_id: ImportId;
};

/** A question of a file. */
export type ImportRow = {
  /** Where it stands, such as `questions.csv:3`. */
  where: string;
  /** What becomes of it. */
  taken: ImportTaken;
  /** Which it is in the bank, or would be; none of what is left out. */
  id: QuestionId | null;
  /** Its title, as the bank has it; that of the file where it is new. */
  title: string;
  /** What the file says otherwise. */
  changed: Array<QuestionField>;
  /** Why it is left out. */
  why: string;
};

/** What becomes of a question of a file. */
export type ImportTaken = "added" | "updated" | "unchanged" | "offered" | "refused";

/** An import was taken back. */
export type ImportUndone = {
  /** What is as it was before: people and planned interviews. */
  undone: number;
  /** What stays, because it was used or changed since. */
  kept: number;
  /** When it was saved. */
  at: Timestamp;
};

/** A candidate's scorecards from other programs. They enter no figure. */
export type Imported = {
  /** Whether there are some that stay hidden until one's own scorecard is submitted. */
  hidden: boolean;
  /** Oldest import first; none while they are hidden. */
  scorecards: Array<SharedScorecard>;
  /** What each value of theirs is shown as. */
  mapping: Array<Mapping>;
};

/** A person in a file. */
export type ImportedPerson = {
  /** Where the person stands, such as `people.csv:3`. */
  where: string;
  /** The name in the file. */
  name: string;
  /** Who that is here, as it was before; none of someone who is added, nor where it may be one of several. */
  here: CandidateHere | null;
  /** How many here have the name and may be meant, where the row says nothing new of any, so that nothing is written; else 0. */
  one_of: number;
  /** What will be known. */
  contact: Contact;
  /** What is done. */
  taken: Taken;
};

/** A scorecard of a file. */
export type ImportedScorecard = {
  /** Where it stands, such as `scorecards.csv:3`. */
  where: string;
  /** The candidate's name here. */
  candidate: string;
  /** Who that is; none of someone who is added with it. */
  here: CandidateHere | null;
  /** Who judged. */
  interviewer: string;
  /** What the interview is called. */
  interview: string;
  /** When it was submitted. */
  submitted_at: Timestamp | null;
  /** How many ratings it has. */
  ratings: number;
  /** What is done with it. */
  taken: Taken;
  /** Whether what it says stays hidden until one's own scorecard is submitted. */
  hidden: boolean;
  /** What it recommends; none where that is hidden or was left open. */
  overall: Recommendation | null;
};

/** What a reader must know of a candidate's imported scorecards. */
export type ImportedTogether = {
  /** How many there are. */
  scorecards: number;
  /** The program that all of them come from; none where they come from several. */
  source: string | null;
  /** What values of another scale are shown as, the lowest first. */
  mapped: Array<MappedValue>;
};

/** Everything that was written down in one interview: the one shape that screens, comparison and packet are made from. */
export type Interview = {
  /** The interview's id. */
  id: InterviewId;
  /** Who is interviewed. */
  candidate_id: CandidateId;
  /** Who interviews. */
  interviewer: Interviewer;
  /** Whose laptop it is kept on, where that is another's: two who interview together share one. */
  host_id: InterviewerId | null;
  /** The meeting; interviews of one meeting with several interviewers share it. */
  session_id: SessionId;
  /** The interviewer's part, where two interview together. */
  part: Part | null;
  /** Whether its scorecard is locked. */
  state: InterviewState;
  /** When it was prepared. When it began, its meeting says. */
  started_at: Timestamp;
  /** How the meeting went, and when. */
  meeting: Meeting;
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
  /** The attached files, oldest first, without their bytes. */
  attachments: Array<Attachment>;
  /** The place that was last on screen. */
  at: Place;
  /** What is being typed and not yet kept. */
  drafts: Array<Draft>;
};

/** Asks for a page of the interviews. */
export type InterviewAsk = {
  /** Only those that were prepared before this place: the `next` of the page before. */
  before?: number | null;
  /** At most so many; 200 at the most, and if it is left out. */
  limit?: number | null;
};

/** Begins a meeting. */
export type InterviewBegin = {
  /** Which interview. */
  interview_id: InterviewId;
  /** How late it begins, in minutes. */
  late_minutes?: number | null;
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
  /** Whether it is written on this laptop. */
  mine: boolean;
  /** The interviewer's part, where two interview together. */
  part: Part | null;
  /** The meeting; interviews of one meeting with several interviewers share it. */
  session_id: SessionId;
  /** Whether its scorecard is locked. */
  state: InterviewState;
  /** How the meeting goes. */
  phase: Phase;
  /** Whether it is written down as it goes, or from paper afterwards. */
  mode: Mode;
  /** When it was held or began; none before that. */
  held_at: Timestamp | null;
  /** When it was prepared. */
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

/** A page of the interviews. */
export type InterviewList = {
  /** Those prepared last on the first page; on each the newest meeting first. */
  interviews: Array<InterviewCard>;
  /** Where the next page begins; none after the last one. */
  next: number | null;
};

/** One interview with everything written in it. */
export type InterviewLive = {
  /** The interview. */
  interview: Interview;
  /** The candidate. */
  candidate: Candidate;
  /** The role's title. */
  role: string;
  /** Whether it is written on this laptop: one's own, or that of someone who interviews beside one. */
  mine: boolean;
  /** The other open scorecards of the same meeting that are written on this laptop. */
  beside: Array<Beside>;
  /** How long the meeting has lasted without pauses, in seconds, at the time of this answer. Count on from here with a;
   * clock that never goes back. */
  elapsed_seconds: number;
  /** How the questions fit the time, as it is now. */
  plan: Plan;
  /** What can be undone and redone, for each place that has a history. */
  histories: Array<PlaceHistory>;
  /** The time of this answer. */
  now: Timestamp;
};

/** Names a moment of a meeting. */
export type InterviewMoment = {
  /** Which interview. */
  interview_id: InterviewId;
  /** When, in seconds of the meeting, where the page knows. */
  at_seconds?: number | null;
};

/** Lets a meeting rest. */
export type InterviewPause = {
  /** Which interview. */
  interview_id: InterviewId;
  /** Why. */
  cause: PauseAsk;
  /** When, in seconds of the meeting. */
  at_seconds: number;
  /** How long ago it began, in seconds: a page that slept finds out when it wakes. */
  ago_seconds?: number | null;
};

/** Says that a meeting did not happen or broke off. */
export type InterviewSetPhase = {
  /** Which interview. */
  interview_id: InterviewId;
  /** What happened. */
  phase: PhaseAsk;
  /** Why, in the interviewer's words. */
  reason?: string | null;
  /** When, in seconds of the meeting, where it had begun. */
  at_seconds?: number | null;
};

/** Moves the time of a meeting. */
export type InterviewSetSlot = {
  /** Which interview. */
  interview_id: InterviewId;
  /** How late it began, in minutes. */
  late_minutes: number;
  /** How much earlier than planned it must end, in minutes. */
  early_minutes: number;
};

/** Starts an interview: it is prepared, and begins with `interview_begin`. */
export type InterviewStart = {
  /** With whom; left out for practice, and beside another interview. */
  candidate_id?: CandidateId | null;
  /** With which kit; its newest version is used, and kept to the end. Left out for practice, the first kit is taken;;
   * beside another interview, its kit. */
  kit_id?: KitId | null;
  /** As it goes, unless it is written down afterwards. */
  mode?: Mode;
  /** When it was held, for one that is written down afterwards. */
  held_at?: Timestamp;
  /** Practice with a made-up candidate: in no list, no comparison and no packet. `interview_discard` throws it away, and;
   * so does the next practice and the next start of the workbench. */
  practice?: boolean;
  /** The part of whose interview it is, where two interview together. Beside another interview that has none yet, that;
   * one gets the other part. */
  part?: Part | null;
  /** The interview of this meeting that is on this laptop already: the new one is another interviewer's. */
  beside?: InterviewId | null;
  /** The planned interview that it is. */
  appointment_id?: AppointmentId | null;
  /** The name of that other interviewer, who is chosen and not verified. */
  interviewer_name?: string | null;
};

/** Whether an interview's scorecard is locked. How the meeting goes is its phase. */
export type InterviewState = "open" | "submitted";

/** Keeps the place. */
export type InterviewTurn = {
  /** Which interview. */
  interview_id: InterviewId;
  /** The place on screen. */
  at: Place;
  /** Time spent on the question that was on screen before. */
  spent?: Spent | null;
  /** How long the meeting has lasted without pauses, in seconds; it counts only while it is live, and never goes back. */
  elapsed_seconds?: number | null;
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

/** What of a question or a kit can change while its versions stay. */
export type ItemState = {
  /** The number of the version that counts; none while it is not in the bank. */
  version: number | null;
  /** When it was put away. */
  archived_at: Timestamp | null;
  /** When it was marked as known outside. Never for a kit. */
  leaked_at: Timestamp | null;
  /** The number of the pack's version that is offered beside an own one. */
  offered: number | null;
};

/** How far a job is. */
export type Job = {
  /** Whether there is a job of this name now: before it begins and after it ends there is none. */
  under_way: boolean;
  /** Which part of the work is under way: of a backup 1 copying, 2 checking, 3 copying it to the folder of one's choice and;
   * checking it there; of a restore those, after 2 checking what is restored, then 4 putting it in place; of an import of;
   * questions 1 reading files, 2 taking questions in; 0 where the work has one part. */
  part: number;
  /** While one document is laid out, how many of its pages are full: about. */
  laid_out: number;
  /** How much is done: pages of one document, packets of a round, kilobytes of a backup, records of a rescue, files and then;
   * questions of an import. */
  done: number;
  /** Of how much; none where that is not known. */
  of: number | null;
};

/** Names a job. */
export type JobRef = {
  /** The name that it was given when it was asked for. */
  job: string;
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

/** Until when something is kept. */
export type Kept = {
  /** Whether the last decision is to hire. */
  hired: boolean;
  /** Whole months of the rule. */
  months: number;
  /** The first day of the period. */
  from: string;
  /** What that day is. */
  start: ClockStart;
  /** Days that legal holds have added. */
  held_days: number;
  /** The last day of the period. */
  until: string;
};

/** Somebody whose time is over. */
export type KeptCard = {
  /** Who. */
  candidate_id: CandidateId;
  /** The name. */
  candidate: string;
  /** The role's title. */
  role: string;
  /** Until when, and why. */
  kept: Kept;
};

/** A place in the order in which people were added. */
export type KeptPlace = {
  /** When the person there was added. */
  at: Timestamp;
  /** The number of the row. */
  row: number;
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
  /** When the CV and earlier notes may be seen; after submission where it is left out. */
  background?: Background;
  /** What the interviewer reads at the start. */
  opening: string;
  /** What the interviewer reads at the end. */
  closing: string;
  /** What to have ready before it begins, a line each. */
  ready?: Array<string>;
  /** Minutes of the slot that are kept for the candidate's own questions; none where nothing is said of it. */
  candidate_minutes?: number;
  /** The questions, in order. */
  questions: Array<KitQuestion>;
};

/** Puts a kit away, or brings it back. */
export type KitArchive = {
  /** Which. */
  kit_id: KitId;
  /** Whether it is put away. */
  archived: boolean;
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
  /** The pack that it came with; empty for one built here. */
  pack: string;
  /** Whether the version that counts is the pack's or was made here. */
  origin: Origin;
  /** Whether it was put away. */
  archived: boolean;
  /** Questions that have other words in the bank than in this version. */
  outdated: number;
  /** The number of the version that its pack offers beside one's own; `kit_versions` has it. */
  offered: number | null;
  /** Whether a draft of it is being built. */
  draft: boolean;
};

/** What a check of a kit says. */
export type KitCheck = {
  /** What to look at, what stops publishing first. */
  problems: Array<KitProblem>;
  /** Minutes of the questions that every candidate is asked. */
  required_minutes: number;
  /** Minutes of the questions that may be left out. */
  optional_minutes: number;
  /** Minutes of the slot that neither the required questions nor the candidate's own need; negative where they do not fit. */
  free_minutes: number;
  /** A line for each competency of the role, in its order. */
  coverage: Array<KitCoverage>;
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

/** How much of a kit asks about one competency of its role. */
export type KitCoverage = {
  /** The competency. */
  competency_id: CompetencyId;
  /** Its name. */
  name: string;
  /** Questions that every candidate is asked. */
  required: number;
  /** Questions that may be left out. */
  optional: number;
  /** Their minutes, together. */
  minutes: number;
};

/** One kit with its questions. */
export type KitDetail = {
  /** The kit, its role and its questions. */
  content: KitContent;
  /** The version's number, from 1. */
  version: number;
  /** The version's content hash. */
  hash: string;
  /** Whether it is the pack's or was made here. */
  origin: Origin;
  /** When it was made here. */
  made_at: Timestamp;
};

/** A kit in the builder. */
export type KitDraft = {
  /** The kit as it stands there. */
  kit: Kit;
  /** The role that it is for, as it is now; none if there is no such role. */
  role: Role | null;
  /** Its questions as the bank has them now, in its order; those that are no longer there are left out. */
  questions: Array<Question>;
  /** What a check says of it. */
  check: KitCheck;
  /** When it was last kept; none while it is as it was published. */
  saved_at: Timestamp | null;
  /** The number of the version that counts; none while it was never published. */
  version: number | null;
};

/** The kits that are being built. */
export type KitDraftList = {
  /** The one begun last first. */
  drafts: Array<KitDraft>;
};

/** Keeps a draft of a kit. */
export type KitDraftSave = {
  /** The whole kit as it stands in the builder; an empty id makes a new one. */
  kit: Kit;
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
  /** In the order in which they were first added. */
  kits: Array<KitCard>;
  /** Those that were put away, likewise. */
  archived: Array<KitCard>;
};

/** Something to look at before publishing. */
export type KitProblem = {
  /** What, and what to do. */
  what: string;
  /** The question that it is about; none for the kit as a whole. */
  question_id: QuestionId | null;
  /** Whether the kit cannot be published so. */
  stops: boolean;
};

/** A kit was published. */
export type KitPublished = {
  /** The version that counts now. */
  detail: KitDetail;
  /** What publishing did. */
  did: Did;
  /** When it was saved. */
  at: Timestamp;
};

/** One question's place in a kit. */
export type KitQuestion = {
  /** Which question. */
  question_id: QuestionId;
  /** Whether every candidate must be asked it. */
  required: boolean;
  /** The title of the kit's section that it stands in; questions that follow one another with one title are one section.;
   * Empty for none. */
  section?: string;
  /** Planned time in this kit, in minutes; the question's own where it is left out. */
  minutes?: number;
};

/** Which components of structure a kit and its interviews meet. */
export type KitStructure = {
  /** The fifteen, in the order of the review. */
  components: Array<ComponentMet>;
  /** How many are met by data. */
  met: number;
  /** How many are declared. */
  declared: number;
  /** How many submitted interviews it was judged by. */
  interviews: number;
};

/** The versions of a kit. */
export type KitVersions = {
  /** Newest first. */
  versions: Array<KitDetail>;
};

/** How little was rated of a competency for one candidate. */
export type Lack = {
  /** The candidate. */
  candidate_id: CandidateId;
  /** Questions about it with a level. */
  questions_rated: number;
  /** Questions about it in the kits used. */
  questions: number;
};

/** What may stay open, once the interviewer has seen it. */
export type LeftOpen = "unrated_required" | "unrated_optional" | "no_evidence" | "seems_asked" | "follow_ups" | "means";

/** A competency that candidates are not compared on. */
export type LeftOut = {
  /** The competency. */
  competency_id: CompetencyId;
  /** Its name. */
  name: string;
  /** Why. */
  why: WhyNot;
  /** The same in words, without names. */
  words: string;
  /** For whom too little was rated; empty for another reason. */
  lacks: Array<Lack>;
};

/** What became of a line. */
export type LineKind = "kept" | "removed" | "added";

/** Asks for lines of the log. */
export type LogAsk = {
  /** Those before this place; the newest when left out. */
  before?: number | null;
  /** At most so many, and 500; 100 when left out. */
  limit?: number | null;
};

/** A line with the name of who acted. */
export type LogCard = {
  /** The line. */
  line: LogLine;
  /** Who, by the name they have now; none where that person is not known here. */
  actor: string | null;
  /** The candidates it is about, by the names they have now; those who are gone are not among them. */
  candidates: Array<string>;
  /** How many of those it is about were erased: nothing else is known of them. */
  erased: number;
};

/** What a restore or a rescue does to the log. */
export type LogCarried = {
  /** Whether it goes on. */
  fate: LogFate;
  /** How many lines are carried over: those that came after the backup, or all that could be read. */
  carried: number;
  /** How many lines that are here will not be in the log; 0 where they could not be counted. */
  left: number;
  /** The same in a sentence or two. */
  words: string;
};

/** Whether the log goes on through a restore or a rescue. */
export type LogFate = "goes_on" | "differs" | "broken" | "unreadable";

/** A line of the log. */
export type LogLine = {
  /** Its place, from 1. */
  sequence: number;
  /** When, in whole milliseconds. */
  at: Timestamp;
  /** Who. */
  actor: InterviewerId;
  /** What. */
  act: Act;
  /** To what. */
  subjects: Array<Subject>;
  /** The hash of what was decided, shown or written. */
  content: string;
  /** The hash of the line before; [`START`] for the first. */
  previous: string;
  /** The hash of this line. */
  hash: string;
};

/** Lines of the log. */
export type LogList = {
  /** How many lines the log has. */
  total: number;
  /** The newest first. */
  lines: Array<LogCard>;
  /** How many lines between them are withheld while an own scorecard is open: what others did about those candidates. */
  hidden: number;
  /** What to ask with as `before` for the lines before these; none where there are none. */
  before: number | null;
};

/** Whether the log holds. */
export type LogVerified = {
  /** How many lines were looked at. */
  lines: number;
  /** The hash of the last line: written down elsewhere, it shows later whether lines were taken off the end. */
  last: string | null;
  /** The first link that does not hold; none where all do. */
  broken: BrokenLink | null;
};

/** A value of another scale. */
export type MappedValue = {
  /** The level that it is shown as; none where it has none. */
  level: 1 | 2 | 3 | 4 | 5 | null;
  /** What was said there. */
  said: string;
};

/** What a value of another scale is shown as. */
export type Mapping = {
  /** Whether it is the recommendation, or a rating. */
  overall: boolean;
  /** What was said there. */
  said: string;
  /** What it is shown as, in words: `4 Above`, `Strong yes`, `no level`. */
  shown: string;
  /** The level; none for a recommendation, and where it has none. */
  level: 1 | 2 | 3 | 4 | 5 | null;
  /** The recommendation; none for a rating, and where it is none. */
  recommendation: Recommendation | null;
  /** Whether a person may say what it is shown as: another scale's word, not ours and not one that leaves open. */
  choose: boolean;
};

/** What a person says that a value of another scale is shown as. */
export type MappingChoice = {
  /** Whether it is the recommendation, or a rating. */
  overall: boolean;
  /** What was said there. */
  said: string;
  /** The level of a rating; none for no level. */
  level?: 1 | 2 | 3 | 4 | 5 | null;
  /** The recommendation; none for no recommendation. */
  recommendation?: Recommendation | null;
};

/** A text with the parts of it that were looked for. */
export type Marked = {
  /** Which part of the question it is. */
  field: QuestionField;
  /** The text; of a long one, the piece round the first mark, cut at words and with an ellipsis. */
  text: string;
  /** From and to (not included) of each mark, in UTF-16 code units of `text`, in order and apart. */
  marks: Array<[number, number]>;
};

/** One line of a question and whether it was noticed. */
export type MarkedLine = {
  /** The line's number in its list, from 1. */
  number: number;
  /** The line. */
  text: string;
  /** How it was noticed; none means "not noted", which is not "not heard". */
  state: TickState | null;
};

/** How the meeting went, and when. */
export type Meeting = {
  /** How it goes. */
  phase: Phase;
  /** Why it did not happen or broke off, where that was said. */
  reason: string;
  /** Whether it is written down as it goes. */
  mode: Mode;
  /** When it was held, as the interviewer says who writes it down afterwards. */
  held_at: Timestamp | null;
  /** When it began. */
  begun_at: Timestamp | null;
  /** When it ended. */
  ended_at: Timestamp | null;
  /** How long it has lasted without pauses, in seconds, as far as it was told. */
  elapsed_seconds: number;
  /** When that was told. */
  told_at: Timestamp | null;
  /** How late it began, in minutes. */
  late_minutes: number;
  /** How much earlier than planned it must end, in minutes. */
  early_minutes: number;
  /** What was agreed for the candidate. */
  adjustments: Adjustments;
  /** Every while for which time did not count, oldest first. */
  pauses: Array<Pause>;
};

/** What an import does with a meeting. */
export type MeetingChange = "new" | "moved" | "called_off" | "unchanged";

/** A meeting that is an interview. */
export type MeetingChoice = {
  /** The meeting's id in the calendar. */
  uid: string;
  /** Which one of a series; empty for a single meeting. */
  occurrence: string;
  /** With whom; someone new where it is left out. */
  candidate_id?: CandidateId | null;
  /** The name of someone new, who comes into the round. */
  new_name?: string | null;
  /** With which kit; chosen later where it is left out. */
  kit_id?: KitId | null;
};

/** A meeting as it is now. */
export type MeetingNow = {
  /** How it goes. */
  meeting: Meeting;
  /** How long it has lasted without pauses, in seconds. Count on from here with a clock that never goes back. */
  elapsed_seconds: number;
  /** How the questions fit the time now. */
  plan: Plan;
  /** When it became durable. */
  at: Timestamp;
};

/** A place in the free text that a person must decide on. */
export type Mention = {
  /** Names it: from the place, the whole text there and what was found, so that it fits nothing else. */
  key: string;
  /** What it is. */
  kind: MentionKind;
  /** Where it stands, in words. */
  place: string;
  /** What stands before it. */
  before: string;
  /** The words. */
  found: string;
  /** What stands after it. */
  after: string;
  /** What is proposed in its place. */
  proposed: string;
};

/** What a person decided about a mention. */
export type MentionDecision = {
  /** The mention. */
  key: string;
  /** Whether its words are replaced; else they stay. */
  replace: boolean;
  /** With what; with what was proposed when left out. */
  with?: string | null;
};

/** What was found. */
export type MentionKind = "name" | "pronoun" | "topic" | "interviewer" | "other_candidate" | "comparison" | "asked";

/** A must-have whose mean falls short of the level that the role asks for. */
export type MissedMustHave = {
  /** The competency's name. */
  competency: string;
  /** The level that the role asks for. */
  level: 1 | 2 | 3 | 4 | 5;
  /** The mean, from 1 to 5; none where it is not rated. */
  mean: number | null;
};

/** What must be there before a scorecard can be submitted. */
export type Missing = "recommendation" | "reason" | "evidence" | "unkept_note" | "reason_words" | "reason_evidence" | "own_rating_reason";

/** Whether an interview is written down as it goes, or from paper afterwards. */
export type Mode = "live" | "afterwards";

/** Where a part of a name stands. */
export type NamePart = {
  /** The part. */
  words: string;
  /** In what, and how often. */
  found: Array<ErasureCount>;
  /** The notes among that which are one's own to read. */
  notes: Array<NamedNotes>;
};

/** How one rater's ratings lie beside the others'. */
export type NamedHabit = {
  /** Who. */
  interviewer: string;
  /** The figures. */
  habit: Habit;
};

/** Notes at one place of one's own interview with somebody else that have a name, or a part of one, in them. */
export type NamedNotes = {
  /** The interview. */
  interview_id: InterviewId;
  /** Whom it is with. */
  candidate: string;
  /** The kit's title. */
  kit: string;
  /** Where in it they are filed. */
  place: Place;
  /** Whether its scorecard is submitted, so that nothing in it changes any more. */
  submitted: boolean;
  /** How many. */
  notes: number;
};

/** Names candidates whose names are shown. */
export type NamesReveal = {
  /** Those of the comparison. */
  candidate_ids: Array<CandidateId>;
};

/** An empty request: `{}`. */
export type Nothing = Record<symbol, never>;

/** An open risk or follow-up. See [`DebriefDraft::carried`] for who reads it before the candidate's next interview. */
export type OpenPoint = {
  /** Its id within the debrief, made by the page. */
  id: string;
  /** What kind it is. */
  kind: PointKind;
  /** What it is. */
  text: string;
  /** Who sees to it. */
  owner: string;
  /** Whether it is settled. */
  settled: boolean;
};

/** One interviewer's recommendation. */
export type Opinion = {
  /** Who. */
  interviewer: string;
  /** What they recommend: the first version counts. */
  recommendation: Recommendation;
  /** What the newest version recommends; none where nothing was amended. */
  amended: Recommendation | null;
};

/** The order of candidates, with how firm it is. */
export type Order = {
  /** What they are compared on. */
  comparable: Comparable;
  /** Who is compared, highest composite first; the same composites by the candidate's id. */
  placed: Array<Placed>;
  /** Candidates whom at least two rated on one competency: the error comes from them. With 0 it is not known. */
  rated_twice: number;
  /** Who cannot be told apart, as the module says: each a run of `placed`, of two or more. Empty also where the error is;
   * not known. */
  groups: Array<Array<CandidateId>>;
  /** What would change the first place; none with fewer than two candidates to compare. */
  firmness: Firmness | null;
};

/** Where the words of a version come from. */
export type Origin = "pack" | "own";

/** What is decided. */
export type Outcome = "hire" | "no_hire" | "hold" | "another_round";

/** What a person says for a candidate's own copy. */
export type OwnCopyAsk = {
  /** When the candidate asked. */
  requested_on?: string | null;
  /** By when they must have it, three months after they asked at the latest; a month after when left out (GDPR, article 12;
   * paragraph 3). */
  answer_by?: string | null;
  /** What it was written for; in common words when empty. */
  purpose?: string;
  /** Where it is from; in common words when empty. */
  source?: string;
  /** Who has read it or can; the hiring panel when empty. */
  recipients?: string;
  /** Why the interviewers' names are left out; they are in it when this is left out. */
  names_left_out?: string | null;
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

/** An interviewer's own rating of a competency, beside the mean. */
export type OwnView = {
  /** Who. */
  interviewer: string;
  /** The own rating. */
  level: 1 | 2 | 3 | 4 | 5;
  /** Why it differs from the mean. */
  reason: string;
};

/** Writes a role with its kits and questions as the folder of a pack. */
export type PackExport = {
  /** The role. */
  role_id: RoleId;
  /** The folder, which is made; one that is there must be empty. */
  path: string;
};

/** A pack was written. */
export type PackExported = {
  /** The folder. */
  path: string;
  /** How many questions. */
  questions: number;
  /** How many kits. */
  kits: number;
  /** What was left out and why, and what a person should look at. */
  problems: Array<Problem>;
};

/** Looks at a packet before it is written. */
export type PacketCheck = {
  /** Whose. */
  candidate_id: CandidateId;
  /** On which paper; as in the settings when left out. */
  paper?: Paper | null;
  /** In which language its own words are, by its tag (BCP 47), such as `en`; English when left out. */
  language?: string | null;
  /** How it is wanted; whole, for the panel, when left out. */
  options?: PacketOptions;
};

/** What a packet would hold. */
export type PacketChecked = {
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
  /** What was found in the free text. It is written only when each mention is decided. */
  mentions: Array<Mention>;
  /** How many mentions are not decided. */
  undecided: number;
};

/** Writes a packet. */
export type PacketExport = {
  /** Whose. */
  candidate_id: CandidateId;
  /** Where to; a file there is replaced whole or not at all. */
  path: string;
  /** On which paper; as in the settings when left out. */
  paper?: Paper | null;
  /** In which language its own words are, by its tag (BCP 47), such as `en`; English when left out. */
  language?: string | null;
  /** A password that the file is encrypted with, AES-256; it is then no archival PDF. Kept nowhere. */
  password?: string;
  /** How it is wanted; whole, for the panel, when left out. */
  options?: PacketOptions;
  /** Go on although some characters cannot be drawn: they are printed as `[U+13000]`. */
  accept_undrawable?: boolean;
  /** What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up. */
  job?: string | null;
};

/** How a packet is wanted. */
export type PacketOptions = {
  /** For whom; the panel when left out. */
  audience?: Audience;
  /** Which parts are left out. */
  without?: Array<Section>;
  /** What a candidate is told in their own copy. */
  own_copy?: OwnCopyAsk;
  /** Further words to be found in what people wrote, such as employers and projects. */
  find?: Array<string>;
  /** What was decided about each mention. */
  decisions?: Array<MentionDecision>;
};

/** Looks at a document's file. */
export type PacketVerify = {
  /** The file, in base64 (RFC 4648), at most 64 MB. */
  bytes: string;
  /** The fingerprint that its key should have, as someone read it out. */
  fingerprint?: string | null;
  /** The file's password, where it has one. Without it the signature alone can be checked. */
  password?: string;
};

/** Whether the pages are those that the data give. */
export type Pages = "same" | "not_the_same" | "unknown";

/** How many pairs of raters of one candidate gave the same, or nearly. */
export type PairCount = {
  /** Pairs. */
  pairs: number;
  /** Pairs that gave the same. */
  same: number;
  /** Pairs that gave the same or are at most one level apart. */
  within_one: number;
};

/** For which panel an intraclass correlation stands. */
export type Panel = "same" | "rotating";

/** What may be shown of a panel. */
export type PanelAgreement = {
  /** What the raters had before them. */
  basis: Basis;
  /** What to call it: "Agreement" or "Consistency". */
  word: string;
  /** Each competency, that with the widest mean gap first. */
  competencies: Array<CompetencyAgreement>;
  /** Every candidate and competency where raters differ, the largest gap first. */
  gaps: Array<RaterGap>;
};

/** A name for what the figures name by an id. */
export type PanelName = {
  /** The id. */
  id: string;
  /** The name. */
  name: string;
};

/** One of the two, with what lies behind its gaps. */
export type PanelView = {
  /** What may be shown. */
  told: PanelAgreement;
  /** Who gave what, a line for each gap, in their order. */
  given: Array<GapGiven>;
};

/** How far raters agree and are consistent about these candidates. */
export type Panels = {
  /** The competencies, in the role's order. */
  competencies: Array<PanelName>;
  /** The candidates who may be seen. */
  candidates: Array<PanelName>;
  /** Candidates of whom nothing is shown before an own scorecard is in. */
  hidden: number;
  /** Scorecards left out, since their authors had seen another's on the candidate. */
  after_seeing_others: number;
  /** People who heard the same answers. */
  agreement: PanelView;
  /** Interviews of their own. */
  consistency: PanelView;
};

/** The sheet to print on. */
export type Paper = "a4" | "letter";

/** An interviewer's part where two interview together. */
export type Part = "lead" | "scribe";

/** Another passphrase, or a first one where the keychain alone opened it; the recovery key stays. */
export type PassphraseChange = {
  /** The passphrase until now. */
  passphrase?: string;
  /** The recovery key, where the passphrase is forgotten. */
  recovery_key?: string;
  /** The system's keychain, where there is no passphrase. */
  keychain?: boolean;
  /** The passphrase from now on; at least 10 characters. */
  new_passphrase: string;
};

/** A while for which time did not count. */
export type Pause = {
  /** Why. */
  cause: PauseCause;
  /** When, in seconds of the interview. */
  at_seconds: number;
  /** When it began. */
  began_at: Timestamp;
  /** When it ended; none while it lasts. */
  ended_at: Timestamp | null;
};

/** Why a meeting rests. */
export type PauseAsk = "asked" | "sleep";

/** Why time did not count for a while. */
export type PauseCause = "asked" | "sleep" | "interrupted";

/** What a restore changes about one person. */
export type PersonChange = {
  /** The name, as it is now, or else as it was. */
  name: string;
  /** What there is now; none where the person is only in the backup. */
  now: PersonCount | null;
  /** What there is in the backup; none where the person is only here. */
  then: PersonCount | null;
};

/** Says who somebody in a file is. */
export type PersonChoice = {
  /** How the file knows them. In scorecards the id there, or where it has none the e-mail address, or else the name; or a line;
   * with a scorecard, as in `line 12`, which counts more. Among candidates the line, and with a point the number there where a line has several, as in `7` and `1.2`. */
  person: string;
  /** The candidate; none for someone who is not here yet. */
  candidate_id?: CandidateId | null;
  /** The name of someone who is not here yet; `new` where the file has it, or the address of one of the name in the file. */
  name?: string;
};

/** How much there is of one person. */
export type PersonCount = {
  /** Interviews. */
  interviews: number;
  /** Notes. */
  notes: number;
  /** Submitted scorecards. */
  scorecards: number;
};

/** How the meeting goes. Whether its scorecard is locked is another thing: the interview's state. */
export type Phase = "prepared" | "live" | "paused" | "ended" | "no_show" | "withdrawn" | "interrupted";

/** How a meeting may fail to happen. */
export type PhaseAsk = "no_show" | "withdrawn" | "interrupted";

/** Where something is written: a question's id, or one of the two places outside questions. */
export type Place = QuestionId | "general" | "candidate_questions";

/** What can be undone and redone at a place of an interview. */
export type PlaceHistory = {
  /** Which place. */
  place: Place;
  /** What can be undone and redone there. */
  history: History;
};

/** Everything that is written at one place, as it is now. */
export type PlaceNow = {
  /** Which place. */
  place: Place;
  /** Its notes, oldest first. */
  entries: Array<Entry>;
  /** What is being typed there. */
  drafts: Array<Draft>;
  /** Its ticks. */
  ticks: Array<Tick>;
  /** What was done with the question; none outside questions. */
  record: QuestionRecord | null;
};

/** A candidate's composite over the competencies that all are compared on. */
export type Placed = {
  /** The candidate. */
  candidate_id: CandidateId;
  /** The composite, 1 to 5. */
  composite: number;
  /** Its standard error; none where it is not known. */
  error: number | null;
};

/** How the questions fit the time. */
export type Plan = {
  /** Time for questions, in seconds. */
  slot_seconds: number;
  /** How long the interview has lasted without pauses, in seconds. */
  elapsed_seconds: number;
  /** What is left, in seconds. */
  left_seconds: number;
  /** By how much the time is over, in seconds. */
  over_seconds: number;
  /** What the required questions still need, in seconds. */
  required_seconds: number;
  /** What the optional questions still need, in seconds. */
  optional_seconds: number;
  /** Whether the required questions fit what is left. */
  required_fit: boolean;
  /** How much the required questions lack even with every optional one dropped, in seconds. */
  short_seconds: number;
  /** The optional question to drop next so that the required fit; none while all fit or none is left to drop. */
  drop_next: QuestionId | null;
  /** The questions, in the kit's order. */
  questions: Array<PlannedQuestion>;
};

/** Asks how the questions fit the time. */
export type PlanGet = {
  /** In which interview. */
  interview_id: InterviewId;
  /** How long the meeting has lasted without pauses, in seconds; left out, as it is known here. */
  elapsed_seconds?: number | null;
};

/** A planned interview in a list. */
export type PlannedCard = {
  /** What is planned. */
  appointment: Appointment;
  /** The candidate's name. */
  candidate: string;
  /** The role's title. */
  role: string;
  /** The kit's title; none where it is chosen later. */
  kit: string | null;
  /** Whether the interviewer of this laptop is named, or nobody is. */
  mine: boolean;
  /** How far it is. */
  state: PlannedState;
  /** The interview to go on with: the one started from it, or another open one of one's own with the candidate. */
  interview_id: InterviewId | null;
};

/** One question in the plan. */
export type PlannedQuestion = {
  /** The question. */
  question_id: QuestionId;
  /** Its planned time, in seconds. */
  planned_seconds: number;
  /** Time spent on it, in seconds. */
  spent_seconds: number;
  /** What it still needs, in seconds. */
  needs_seconds: number;
};

/** How far a planned interview is. */
export type PlannedState = "planned" | "open" | "over";

/** What kind of point is open. */
export type PointKind = "risk" | "follow_up";

/** What was written down before an interview. */
export type Preparation = {
  /** Who of the interviewers covers what. */
  covers: string;
  /** What colleagues asked to follow up. */
  asked: string;
  /** Until when notes are kept, as it is read out to the candidate. */
  retention: string;
};

/** What was written down before an interview, and what may be read by then. */
export type PreparationNow = {
  /** How to say the candidate's name; kept with the candidate. */
  spoken_name: string;
  /** What was written down. Until when notes are kept is as the rule says where nothing was written yet, and without a rule as;
   * it was said last. */
  preparation: Preparation;
  /** When the CV and earlier notes may be seen, by the kit. */
  background: Background;
  /** What earlier, submitted scorecards of the candidate left to follow up; none while the kit does not let it be seen. */
  follow_ups: Array<FollowUp> | null;
  /** What the debriefs on the candidate left open: follow-ups always, risks where the kit lets them be seen. */
  open_points: Array<OpenPoint>;
};

/** Keeps a preparation. */
export type PreparationSet = {
  /** Of which interview. */
  interview_id: InterviewId;
  /** How to say the candidate's name; may be empty. */
  spoken_name: string;
  /** Who of the interviewers covers what; may be empty. */
  covers: string;
  /** What colleagues asked to follow up; may be empty. */
  asked: string;
  /** Until when notes are kept, as it is read out; may be empty. While there is no rule, it is offered again for the next;
   * interview. */
  retention: string;
};

/** A page of a document as it would be written. Lengths are hundredths of a point, from the top left corner. */
export type Preview = {
  /** Which page, from 1. */
  page: number;
  /** How many there are. */
  pages: number;
  /** How wide it is. */
  width: number;
  /** How high it is. */
  height: number;
  /** What lies below the text, the lowest first. */
  shapes: Array<PreviewShape>;
  /** The outlines of all letters on it, each once: steps of an SVG path, from where the letter stands. */
  outlines: Array<string>;
  /** The letters, by their colour. */
  letters: Array<PreviewLetters>;
  /** Its words in the order in which they are read, a printed line a line. */
  text: string;
};

/** The comparison of some candidates. */
export type PreviewComparison = {
  /** 2 to 50 candidates, in the order of the columns. */
  candidate_ids: Array<CandidateId>;
};

/** Asks for one page. */
export type PreviewGet = {
  /** Of what. */
  of: PreviewOf;
  /** From 1; the last page where there are not so many. */
  page: number;
  /** On which paper; as in the settings when left out. */
  paper?: Paper | null;
  /** In which language its own words are, by its tag (BCP 47), such as `en`; English when left out. */
  language?: string | null;
};

/** A kit's guide for the interviewer. */
export type PreviewGuide = {
  /** Of which kit, in its newest version. */
  kit_id: KitId;
};

/** Letters of one colour. */
export type PreviewLetters = {
  /** The colour, such as `#1a1d23`. */
  fill: string;
  /** Three numbers a letter: where it stands, from the left and from the top, and which of the outlines it is, from 0. */
  at: Array<number>;
};

/** What is looked at. */
export type PreviewOf = {
  "packet": PreviewPacket } | { "comparison": PreviewComparison } | { "guide": PreviewGuide;
};

/** A candidate's packet. What is not decided yet in its free text stands as it was written. */
export type PreviewPacket = {
  /** Whose. */
  candidate_id: CandidateId;
  /** How it is wanted; whole, for the panel, when left out. */
  options?: PacketOptions;
};

/** Shapes of one colour. */
export type PreviewShape = {
  /** The colour, such as `#0b6b67`. */
  fill: string;
  /** The steps of an SVG path. */
  path: string;
};

/** How often a probe was asked. */
export type ProbeAsked = {
  /** The probe in the question's list, counted from 1; none counts the unplanned ones together. */
  number: number | null;
  /** How often; at least 1. */
  asked: number;
};

/** Counts a probe. */
export type ProbeSet = {
  /** In which interview. */
  interview_id: InterviewId;
  /** Under which question. */
  question_id: QuestionId;
  /** The probe in the question's list, counted from 1; none for the unplanned ones together. */
  number: number | null;
  /** How often it was asked by now, 99 at the most; 0 takes it back. */
  asked: number;
};

/** One problem: where it is, and what to do about it. */
export type Problem = {
  /** File and line, such as `py-gil.toml:12`. */
  where: string;
  /** What is wrong and what to do, in a sentence. */
  what: string;
  /** Whether the thing was left out. */
  severity: Severity;
};

/** A kind of thing that is never kept. */
export type Protected = "age" | "birth_date" | "gender" | "marital_status" | "photo" | "family" | "origin" | "religion" | "disability";

/** How the store is protected. */
export type Protection = {
  /** How it is now. */
  state: ProtectionState;
  /** Whether a passphrase opens it. */
  passphrase: boolean;
  /** Whether the system's keychain opens it. */
  keychain: boolean;
  /** Whether the keychain can be used now: to keep the key, or, where it keeps it, to open the data. */
  keychain_ready: boolean;
  /** Why it cannot, in a sentence. */
  keychain_trouble: string | null;
  /** Seconds until the next try, after several wrong ones. */
  wait_seconds: number;
};

/** Protects an unprotected store, by one way or both. The answer has the recovery key. */
export type ProtectionBegin = {
  /** Whose laptop it is, at the first start: refused before anything is moved, 1 to 200 characters. */
  name?: string | null;
  /** At least 10 characters. */
  passphrase?: string;
  /** Whether the system's keychain keeps the key. */
  keychain?: boolean;
};

/** How the store is protected now. */
export type ProtectionState = "unprotected" | "locked" | "unlocked";

/** One version of a question. A version never changes; an interview keeps the version it used. */
export type Question = {
  /** The question through all its versions. */
  id: QuestionId;
  /** The section's title, such as "Technical knowledge"; empty for none. */
  section: string;
  /** The level that it is meant for, such as "senior"; empty for any. */
  level?: string;
  /** What it asks the candidate to show; none while nobody has said. */
  type?: QuestionType;
  /** A short name for lists; at most 60 characters. */
  title: string;
  /** What is read aloud. */
  prompt: string;
  /** The one competency that its rating counts for; empty while nobody has said. */
  competency: CompetencyId;
  /** Words to find it by. */
  tags: Array<string>;
  /** Planned time in minutes, 1 to 120; 0 while it is not planned. */
  minutes: number;
  /** What a good answer contains ("Good signals" on screen), each short enough to tick while listening. */
  indicators: Array<string>;
  /** What should worry a listener, likewise. */
  red_flags: Array<string>;
  /** Planned follow-up questions. */
  probes: Array<string>;
  /** What an answer at each level says; five texts, level 1 first. An anchor that is not written yet is empty. */
  anchors: [string, string, string, string, string];
  /** What else an interviewer may want to read, such as a model answer or links. Nothing in it is rated or ticked. */
  guidance?: string;
};

/** A question in a list. */
export type QuestionCard = {
  /** The question. */
  id: QuestionId;
  /** Its title. */
  title: string;
  /** Its section. */
  section: string;
  /** What it asks the candidate to show; none while nobody has said. */
  type: QuestionType | null;
  /** The competency that its rating counts for. */
  competency_id: CompetencyId;
  /** That competency's name. */
  competency: string;
  /** The level that it is meant for; empty for any. */
  level: string;
  /** Words to find it by. */
  tags: Array<string>;
  /** Planned time, in minutes; 0 while it is not planned. */
  minutes: number;
  /** The number of the version that counts. */
  version: number;
  /** The pack or file that it came with; empty for one written here. */
  pack: string;
  /** Where the words of that version come from. */
  origin: Origin;
  /** Whether it was put away. */
  archived: boolean;
  /** Whether it is known outside. */
  leaked: boolean;
  /** Whether its pack has another version than one's own. */
  offered: boolean;
  /** Whether nobody has asked it for a year. */
  stale: boolean;
  /** Interviews with real candidates that asked it. */
  uses: number;
  /** When the last of them was. */
  used_at: Timestamp | null;
  /** What is not written yet. */
  gaps: Array<Gap>;
  /** Where the words stand that were looked for: the title first, then the first other text that has one. */
  marked: Array<Marked>;
};

/** One question asked of one candidate. The ratings that the mean is of stand in the cells of the competencies, once. */
export type QuestionCell = {
  /** The mean of its levels, 1 to 5; none where it has none. The formula takes the competency's mean, not this one. */
  mean: number | null;
  /** The quote that says most: one that a reason rests on, else one that shows a signal or a red flag, else the first. */
  quote: Quote | null;
};

/** Names two versions of a question. */
export type QuestionCompare = {
  /** Which question. */
  question_id: QuestionId;
  /** The number of the version to begin with. */
  from: number;
  /** The number of the version to end with. */
  to: number;
};

/** What changed between two versions. */
export type QuestionCompared = {
  /** Every field that differs; nothing where they say the same. */
  changes: Array<FieldChange>;
};

/** One question in full. */
export type QuestionDetail = {
  /** The version that counts. */
  question: Question;
  /** The name of the competency that its rating counts for. */
  competency: string;
  /** The version's number, from 1. */
  version: number;
  /** The version's content hash. */
  hash: string;
  /** The pack or file that it came with; empty for one written here. */
  pack: string;
  /** Where the words of this version come from. */
  origin: Origin;
  /** How it is marked. */
  state: ItemState;
  /** What is not written yet. */
  gaps: Array<Gap>;
  /** Whether nobody has asked it for a year. */
  stale: boolean;
  /** Interviews with real candidates that asked it, in any version. */
  uses: number;
  /** When the last of them was. */
  used_at: Timestamp | null;
  /** The version that its pack has beside one's own. */
  offer: QuestionOffer | null;
  /** What stands in its editor and is not saved. */
  draft: QuestionDraft | null;
};

/** What stands in the editor of a question and is not saved yet. */
export type QuestionDraft = {
  /** As far as it is written. */
  question: Question;
  /** Whether the question is still to be added. */
  is_new: boolean;
  /** When it was last kept. */
  saved_at: Timestamp;
};

/** What stands in editors. */
export type QuestionDraftList = {
  /** The one begun last first. */
  drafts: Array<QuestionDraft>;
};

/** Keeps what stands in the editor of a question. */
export type QuestionDraftSave = {
  /** As far as it is written; an empty id is given one. */
  question: Question;
};

/** A draft was kept. */
export type QuestionDraftSaved = {
  /** Of which question; send it from then on. */
  question_id: QuestionId;
  /** When it was saved. */
  at: Timestamp;
};

/** Writes questions to a file, or gives them as text. */
export type QuestionExport = {
  /** In which format. */
  format: Format;
  /** Which; those of the filter where they are left out. */
  question_ids?: Array<QuestionId> | null;
  /** Narrowed to these; every question that was not put away where it is left out. */
  filter?: QuestionFilter;
  /** Where to; the text is in the answer where it is left out. */
  path?: string;
};

/** Questions were exported. */
export type QuestionExported = {
  /** How many. */
  questions: number;
  /** The file, where one was written. */
  path: string | null;
  /** The text, where no file was named. */
  text: string | null;
};

/** Which part of a question. */
export type QuestionField = "section" | "type" | "title" | "prompt" | "competency" | "level" | "tags" | "minutes" | "indicators" | "red_flags" | "probes" | "anchors" | "guidance";

/** Narrows a search. What is left out does not narrow it. */
export type QuestionFilter = {
  /** The pack that they came with; empty for those written here. */
  pack?: string | null;
  /** The section's title. */
  section?: string | null;
  /** What they ask the candidate to show. */
  type?: QuestionType | null;
  /** The competency that their rating counts for. */
  competency?: CompetencyId | null;
  /** The level that they are meant for. */
  level?: string | null;
  /** A tag, as it is written. */
  tag?: string | null;
  /** Only those that no interview has asked. */
  never_used?: boolean | null;
  /** Only those that nobody has asked for a year ([`STALE_DAYS`]), among them those never asked that are older. */
  stale?: boolean | null;
  /** Only those marked as known outside. */
  leaked?: boolean | null;
  /** Only those of which the pack has another version than one's own. */
  offered?: boolean | null;
  /** Those that were put away, instead of those that were not. */
  archived?: boolean | null;
};

/** What a search can be narrowed to, the most frequent first. Archived questions are not counted. */
export type QuestionFilters = {
  /** Packs and files. */
  packs: Array<FilterValue>;
  /** Sections. */
  sections: Array<FilterValue>;
  /** What they ask the candidate to show. */
  types: Array<FilterValue>;
  /** Competencies. */
  competencies: Array<FilterValue>;
  /** Levels. */
  levels: Array<FilterValue>;
  /** Tags. */
  tags: Array<FilterValue>;
};

/** Asks for one question. */
export type QuestionGet = {
  /** Which. */
  question_id: QuestionId;
};

/** A question through all its versions; `pack/question` for a shipped one. */
export type QuestionId = string;

/** A question file as the page has read it. */
export type QuestionImport = {
  /** The file's name. */
  name: string;
  /** The file, in base64 (RFC 4648). */
  bytes: string;
  /** Its format; found out where it is left out. */
  format?: Format | null;
  /** What the questions are filed under where the file does not say; made of its name where it is left out. */
  source?: string | null;
  /** For a table: what each column is, in order; null keeps a column as text. Found out where it is left out. */
  columns?: Array<Field | null> | null;
};

/** A question file or a folder of them, by its path. */
export type QuestionImportPath = {
  /** A file; a pack's folder; a folder of question files. */
  path: string;
  /** Only tell what would be done. */
  dry_run: boolean;
  /** Its format; found out where it is left out. */
  format?: Format | null;
  /** What the questions are filed under where the file does not say; made of its name where it is left out. */
  source?: string | null;
  /** What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up. */
  job?: string | null;
};

/** A file was imported, or would have been. */
export type QuestionImported = {
  /** Only of what would be done: what becomes of each question of the file, in its order. */
  rows: Array<ImportRow>;
  /** What was found in the file. */
  problems: Array<Problem>;
  /** What can be undone and redone in the bank now: one undo takes the whole import back. */
  history: BankHistory;
  /** When it was saved. */
  at: Timestamp;
  /** New ones. */
  added: number;
  /** Those with a new version. */
  updated: number;
  /** Those that say what they said. */
  unchanged: number;
  /** Those whose own version stays beside the file's. */
  offered: number;
};

/** Marks a question as known outside. */
export type QuestionLeak = {
  /** Which. */
  question_id: QuestionId;
  /** Whether it is known outside; false takes the mark away. */
  leaked: boolean;
};

/** Questions of the bank. */
export type QuestionList = {
  /** In the order asked for. */
  questions: Array<QuestionCard>;
  /** How many there are in all; more than are listed here where a limit was given. */
  total: number;
};

/** The version of a pack beside one's own. */
export type QuestionOffer = {
  /** Its number. */
  version: number;
  /** What would change if it were taken. */
  changes: Array<FieldChange>;
};

/** What is open about one question. */
export type QuestionOpen = "unrated" | "no_evidence" | "seems_asked";

/** A question and what is said of its answer. */
export type QuestionRating = {
  /** The question. */
  question_id: QuestionId;
  /** The rating; none for "not rated". */
  rating: Rating | null;
};

/** What was done with one question. */
export type QuestionRecord = {
  /** The question. */
  question_id: QuestionId;
  /** The rating; none while it is not rated. */
  rating: Rating | null;
  /** Why it could not be judged, where that was said. */
  unjudged: Unjudged | null;
  /** Time spent on it, in seconds. */
  spent_seconds: number;
  /** The probes that were asked, by number, the unplanned ones first. */
  probes: Array<ProbeAsked>;
  /** How it was not asked as the kit has it. */
  deviation: Deviation | null;
};

/** One question, a cell a candidate. */
export type QuestionRow = {
  /** The question. */
  question_id: QuestionId;
  /** Its title. */
  title: string;
  /** The competency that its rating counts for. */
  competency_id: CompetencyId;
  /** Whether two candidates' means differ. */
  differs: boolean;
  /** A cell a candidate, in the order of the columns. */
  cells: Array<QuestionCell>;
};

/** Keeps a question as it was written. */
export type QuestionSave = {
  /** The whole question; an empty id makes a new one. */
  question: Question;
};

/** A question was saved. */
export type QuestionSaved = {
  /** The question as it is now. */
  detail: QuestionDetail;
  /** What saving did. */
  did: Did;
  /** What can be undone and redone in the bank now. */
  history: BankHistory;
  /** When it was saved. */
  at: Timestamp;
};

/** Asks for questions by what they say. */
export type QuestionSearch = {
  /** Words, or the beginnings of words; case and accents do not matter. Blank finds every question. */
  text: string;
  /** At most so many; 20 when left out, 1000 at the most. */
  limit?: number | null;
  /** After so many: the next page. */
  offset?: number | null;
  /** Best match first, instead of newest first. */
  ranked?: boolean;
  /** What the search is narrowed to. */
  filter?: QuestionFilter;
};

/** What a question asks the candidate to show. */
export type QuestionType = "knowledge" | "scenario" | "behavioural";

/** What use says of a question. */
export type QuestionUsage = {
  /** The figures; none while one of them could move a rating that is still to be given. */
  figures: Figures | null;
  /** Why they are not shown. */
  hidden_because: string | null;
};

/** The versions of a question. */
export type QuestionVersions = {
  /** Newest first. */
  versions: Array<VersionCard>;
};

/** Names several questions. */
export type QuestionsRef = {
  /** Which. */
  question_ids: Array<QuestionId>;
};

/** What the candidate said, in their words. */
export type Quote = {
  /** The words. */
  text: string;
  /** Who wrote them down. */
  interviewer: string;
};

/** A rating with what belongs to it. */
export type Rated = {
  /** The rating. */
  rating: Rating;
  /** Why it could not be judged, where that was said. */
  unjudged: Unjudged | null;
};

/** How far the raters of one candidate are apart in one competency. */
export type RaterGap = {
  /** The competency. */
  competency_id: CompetencyId;
  /** The candidate. */
  candidate_id: CandidateId;
  /** The lowest rating. */
  low: number;
  /** The highest rating. */
  high: number;
};

/** One rater's mean of a competency. */
export type RaterMean = {
  /** The interview it comes from. */
  interview_id: InterviewId;
  /** Who rated. */
  interviewer: string;
  /** The interviewer's part, where two interviewed together. */
  part: Part | null;
  /** The mean of this scorecard, 1 to 5; none where nothing was judged. */
  mean: number | null;
};

export type Rating = 1 | 2 | 3 | 4 | 5 | "not_asked" | "could_not_judge";

/** Takes the rating of a question away. */
export type RatingClear = {
  /** In which interview. */
  interview_id: InterviewId;
  /** Which question. */
  question_id: QuestionId;
};

/** Rates a question. */
export type RatingSet = {
  /** In which interview. */
  interview_id: InterviewId;
  /** Which question. */
  question_id: QuestionId;
  /** The rating; the same one again does nothing. `rating_clear` takes it away. */
  rating: Rating;
  /** Why it could not be judged, where that is said; left out, what was said before stays. */
  unjudged?: Unjudged | null;
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

/** A recovery key, which is shown this once. */
export type RecoveryKeyMade = {
  /** Seven groups of five signs. */
  recovery_key: string;
};

/** Writes a recovery key to a file that a person chose. */
export type RecoveryKeySave = {
  /** As it was shown. */
  recovery_key: string;
  /** Where. */
  path: string;
};

/** Where it was written. */
export type RecoveryKeySaved = {
  /** The file. */
  path: string;
};

/** What happened to the store. */
export type Rescue = {
  /** What is wrong, in a sentence. */
  damage: string;
  /** The database file; none where it is not there. */
  file: string | null;
  /** Its size in bytes. */
  bytes: number | null;
  /** The backups in the data folder, the newest first. */
  backups: Array<RescueBackup>;
};

/** Asks for what can still be read. */
export type RescueAsk = {
  /** What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up. */
  job?: string | null;
};

/** A backup, as the rescue looks at it. */
export type RescueBackup = {
  /** The backup. */
  backup: BackupCard;
  /** What is in it; none where it cannot be read either. */
  counts: Counts | null;
  /** When something in it was saved last. */
  newest: Timestamp | null;
};

/** What was done. */
export type RescueDone = {
  /** Where the damaged file is kept; none where there was none. */
  kept: string | null;
  /** How much there is now. */
  counts: Counts;
  /** What became of the log. */
  log: LogCarried;
};

/** How many rows of a table are lost. */
export type RescueLost = {
  /** Of what, in words where there are some. */
  what: string;
  /** How many, at least. */
  rows: number;
  /** Whether there may be more of them than could be counted. */
  or_more: boolean;
};

/** What can still be read. */
export type RescueRead = {
  /** How much there would be. */
  counts: Counts;
  /** What is lost; empty where nothing is. */
  lost: Array<RescueLost>;
  /** Rows that the newest backup gave, since others refer to them. */
  from_backup: number;
  /** Rows that could be read, and are left out, since what they belong to is lost. */
  left_out: number;
  /** How many people were there who had been erased. They stay erased. */
  erased: number;
  /** What becomes of the log. */
  log: LogCarried;
};

/** Names a backup in the data folder. */
export type RescueRestore = {
  /** Its file's name. */
  name: string;
};

/** A file to restore, or only to compare with. */
export type RestorePath = {
  /** The file. */
  path: string;
  /** Whether only to tell what would change. */
  dry_run: boolean;
};

/** A backup that was restored. */
export type Restored = {
  /** What it changed, or would change. */
  changes: Restoring;
  /** The backup of what was there until then; none where nothing was done, or that was damaged. */
  kept: string | null;
  /** Where the database that was there until then is kept as it was, since it was damaged and no backup could be made of it. */
  damaged: string | null;
};

/** What restoring a backup changes. */
export type Restoring = {
  /** The backup's file. */
  name: string;
  /** How much there is now; none where the database is damaged, so that it cannot be counted. */
  now: Counts | null;
  /** How much there is in the backup. */
  then: Counts;
  /** When something was saved last here. */
  newest_now: Timestamp | null;
  /** When something was saved last in the backup. */
  newest_then: Timestamp | null;
  /** The people of whom there is more or less now than there was, those first who would be gone. */
  people: Array<PersonChange>;
  /** How many people in the backup were erased since. They stay erased. */
  erased: number;
  /** Whether both are of the same save, so that nothing would change. */
  same: boolean;
  /** What becomes of the log. */
  log: LogCarried;
};

/** The table of rules, and which one was chosen. */
export type Retention = {
  /** The rule that was chosen; none while none is. */
  rule_id: RetentionRuleId | null;
  /** Whether somebody said that it is decided later. */
  later: boolean;
  /** The table: those that came with the workbench, then one's own. */
  rules: Array<RetentionRuleCard>;
};

/** Asks for a page of those who are due. */
export type RetentionAsk = {
  /** Only those who were added after this place: the `next` of the page before. */
  after?: KeptPlace | null;
};

/** Chooses the rule, or says that it is decided later. Kept as it is, so it also answers what was chosen. */
export type RetentionChoose = {
  /** Which; none where it is decided later. */
  rule_id: RetentionRuleId | null;
};

/** Whose time is over, and who is held. */
export type RetentionList = {
  /** The rule that was chosen; none while none is, and then nobody is due. */
  rule: RetentionRule | null;
  /** Those who are due, 200 at the most: those added first are on the first page, on each the longest over first. */
  due: Array<KeptCard>;
  /** Those on whom a legal hold stands, the oldest hold first. They are never among those who are due. */
  held: Array<HeldCard>;
  /** How many of those looked at are left out while an own open scorecard hides what was decided about them. */
  hidden: number;
  /** Where to go on looking; none where everybody was looked at. There may be nobody who is due behind it. */
  next: KeptPlace | null;
};

/** One rule of the table. */
export type RetentionRule = {
  /** Which; empty for one that is new. */
  id: RetentionRuleId;
  /** For whom it is, in a few words. */
  title: string;
  /** Whole months, 1 to [`MONTHS_MAX`], about somebody who was not hired. */
  months: number;
  /** Whole months about somebody who was hired; the same when left out. */
  hired_months?: number | null;
  /** Where it is written. */
  source: string;
  /** When somebody last read it there. */
  read_on: string;
};

/** A rule in the table. */
export type RetentionRuleCard = {
  /** The rule. */
  rule: RetentionRule;
  /** How long, in words. */
  words: string;
  /** Whether it came with the workbench. */
  shipped: boolean;
  /** Whether it came with the workbench and was changed here. */
  changed: boolean;
};

/** A rule for how long things are kept: a word for a shipped one, else `UUIDv7`. */
export type RetentionRuleId = string;

/** Names a rule. */
export type RetentionRuleRef = {
  /** Which. */
  rule_id: RetentionRuleId;
};

/** Writes a rule of one's own, or changes one. */
export type RetentionRuleSave = {
  /** The rule; with an empty id it is a new one. */
  rule: RetentionRule;
};

/** What Today says of it. */
export type RetentionToday = {
  /** Whether there is a real person here, and no rule for how long things are kept. */
  no_rule: boolean;
  /** How many people's time is over, 20 at the most. */
  due: number;
  /** Whether there may be more. */
  more: boolean;
};

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
  /** What the lint points at; none while it is turned off. */
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
  /** The words as they are written. */
  words: string;
  /** Where they start in the text, in UTF-16 units, as the page counts. */
  start: number;
  /** Where they end in the text, in UTF-16 units. */
  end: number;
};

/** Where in the write-up something stands. */
export type ReviewPlace = {
  "place": "entry";
  /** Which. */
  entry_id: EntryId;
} | {
  "place": "reason" } | { "place": "reason_for";
  /** Which, from 1. */
  number: number;
} | {
  "place": "reason_against";
  /** Which, from 1. */
  number: number;
} | {
  "place": "own_rating";
  /** Of which competency. */
  competency_id: CompetencyId;
};

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
  /** The pieces of evidence under it: ticks, quotes, code, good signs and concerns. */
  evidence: number;
  /** How many of these are ticks. */
  ticks: number;
  /** How often a probe was asked, the unplanned ones among them. */
  probes: number;
  /** What is open about it; none if nothing is. */
  open: QuestionOpen | null;
};

/** A change of locked weights, with what it did. */
export type Reweighed = {
  /** The change. */
  change: WeightChange;
  /** Both results. */
  outcome: WeightOutcome;
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

/** What stands in the editor of a role and is not saved yet. */
export type RoleDraft = {
  /** As far as it is written. */
  role: Role;
  /** Why locked weights change, as far as it is written. */
  reason: string;
  /** Whether the role is still to be added. */
  is_new: boolean;
  /** When it was last kept. */
  saved_at: Timestamp;
};

/** What stands in editors of roles. */
export type RoleDraftList = {
  /** The one begun last first. */
  drafts: Array<RoleDraft>;
};

/** Keeps what stands in the editor of a role. */
export type RoleDraftSave = {
  /** As far as it is written; an empty id is given one. */
  role: Role;
  /** Why locked weights change, as far as it is written. */
  reason?: string;
};

/** A draft was kept, or forgotten. */
export type RoleDraftSaved = {
  /** Of which role; send it from then on. */
  role_id: RoleId;
  /** When it was saved. */
  at: Timestamp;
};

/** A role that people are interviewed for; `pack/role` for a shipped one. */
export type RoleId = string;

/** The roles. */
export type RoleList = {
  /** In the order in which they were first added. */
  roles: Array<Role>;
};

/** Names a role. */
export type RoleRef = {
  /** Which. */
  role_id: RoleId;
};

/** Keeps a role as it was written. */
export type RoleSave = {
  /** The whole role; an empty id makes a new one, and a competency with an empty id is a new one. */
  role: Role;
  /** Why its weights change, where they are locked; nothing else needs a reason. */
  reason?: string;
};

/** A role was saved. */
export type RoleSaved = {
  /** The role as it is now. Kits keep the role as it was when they were published. */
  role: Role;
  /** What can be undone and redone in the bank now. A change of locked weights is not undone but changed again, with a;
   * reason. */
  history: BankHistory;
  /** When it was saved. */
  at: Timestamp;
};

/** Candidates for one role who are compared with each other. Each candidate says which round it is in. */
export type Round = {
  /** The round's id. */
  id: RoundId;
  /** What it is called, such as "Backend, November". */
  title: string;
  /** The role. */
  role_id: RoleId;
  /** The kits that everyone in it is asked, in order. */
  kit_ids: Array<KitId>;
  /** Who leads it: who made it, or to whom it was handed on. None where a laptop had no owner when it was made. */
  owner_id: InterviewerId | null;
};

/** Asks for a page of the rounds. */
export type RoundAsk = {
  /** Only those that were begun before this place: the `next` of the page before. */
  before?: number | null;
  /** At most so many; 200 at the most, and if it is left out. */
  limit?: number | null;
};

/** A round in a list. */
export type RoundCard = {
  /** The round. */
  round: Round;
  /** The role's title. */
  role: string;
  /** How many candidates are in it. */
  candidates: number;
  /** How many of their interviews are planned. */
  planned: number;
};

/** What was decided about the mentions in one packet of several. */
export type RoundDecided = {
  /** In whose packet. */
  candidate_id: CandidateId;
  /** About each mention. */
  decisions: Array<MentionDecision>;
};

/** One round with its candidates and what is planned. */
export type RoundDetail = {
  /** The round. */
  round: Round;
  /** The role's title. */
  role: string;
  /** Its candidates, newest first. */
  candidates: Array<CandidateCard>;
  /** Other candidates for the role, who could come in: those added last, 200 at the most. */
  others: Array<CandidateCard>;
  /** Their planned interviews, in order of time. */
  planned: Array<PlannedCard>;
  /** Who leads it, by name; none where nobody does. */
  owner: string | null;
  /** Whether whoever looks leads it. */
  leads: boolean;
  /** To whom it can be handed on. */
  successors: Array<Interviewer>;
};

/** Writes the packets of a round into a folder. */
export type RoundExport = {
  /** Of which round. */
  round_id: RoundId;
  /** The folder; it is made where it is missing. */
  path: string;
  /** On which paper; as in the settings when left out. */
  paper?: Paper | null;
  /** In which language their own words are, by its tag (BCP 47), such as `en`; English when left out. */
  language?: string | null;
  /** A password that every file is encrypted with, AES-256; they are then no archival PDFs. Kept nowhere. */
  password?: string;
  /** How all of them are wanted; whole, for the panel, when left out. Decisions in it are about every packet. */
  options?: PacketOptions;
  /** What was decided for single candidates. */
  decided?: Array<RoundDecided>;
  /** Replace every mention that nothing was decided about with what is proposed. */
  replace_rest?: boolean;
  /** Go on although some characters cannot be drawn: they are printed as `[U+13000]`. */
  accept_undrawable?: boolean;
  /** What is done where a file of the name is there already; both are kept when left out. */
  if_there?: IfThere;
  /** What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up. */
  job?: string | null;
};

/** Looks at the packets of a round before they are written. */
export type RoundExportCheck = {
  /** Of which round. */
  round_id: RoundId;
  /** How all of them are wanted; whole, for the panel, when left out. */
  options?: PacketOptions;
};

/** What the packets of a round would hold. */
export type RoundExportChecked = {
  /** A packet for each candidate, in the order in which they were added. */
  packets: Array<RoundPacketChecked>;
};

/** What became of the packets of a round. */
export type RoundExported = {
  /** The folder. */
  path: string;
  /** A packet for each candidate, in the order in which they were added. */
  packets: Array<RoundPacket>;
  /** Whether a person stopped it before all were written. */
  stopped: boolean;
};

/** Hands a round on. */
export type RoundHandOn = {
  /** Which. */
  round_id: RoundId;
  /** To whom: someone whom this laptop knows. */
  owner_id: InterviewerId;
};

/** Candidates for one role who are compared with each other; `UUIDv7`. */
export type RoundId = string;

/** A page of the rounds. */
export type RoundList = {
  /** The one begun last first. */
  rounds: Array<RoundCard>;
  /** Where the next page begins; none after the last one. */
  next: number | null;
};

/** What became of the packet of one candidate of a round. */
export type RoundPacket = {
  /** Whose. */
  candidate_id: CandidateId;
  /** Their name. */
  name: string;
  /** Scorecards that are missing in it: where there are any, it is an interim one. */
  missing: number;
  /** The file; none where it was not written. */
  written: Exported | null;
  /** Why it was not written; none where it was. */
  failure: Failure | null;
};

/** What the packet of one candidate of a round would hold. */
export type RoundPacketChecked = {
  /** Whose. */
  candidate_id: CandidateId;
  /** Their name. */
  name: string;
  /** Scorecards in it. */
  submitted: number;
  /** Scorecards that are not submitted yet: it would be an interim one. */
  missing: number;
  /** Characters that no font at hand can draw, with their places. */
  undrawable: Array<Undrawable>;
  /** What was found in the free text. It is written only when each mention is decided. */
  mentions: Array<Mention>;
  /** Why it cannot be written at all; none where it can. */
  failure: Failure | null;
};

/** Names a round. */
export type RoundRef = {
  /** Which. */
  round_id: RoundId;
};

/** Adds a round, or changes it. */
export type RoundSave = {
  /** Which; a new one where it is left out. */
  round_id?: RoundId | null;
  /** What it is called; 1 to 200 characters. */
  title: string;
  /** The role; that of a round that is there stays. */
  role_id: RoleId;
  /** The kits that everyone is asked, in order. */
  kit_ids: Array<KitId>;
  /** Its candidates, all of this role. One who is in another round comes over. */
  candidate_ids: Array<CandidateId>;
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
  /** Minutes from the end of the meeting to submission; none while it is a draft, or where it was not kept. */
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

/** How many scorecards an import adds, changes and leaves. */
export type ScorecardCounts = {
  /** New ones. */
  added: number;
  /** Those that say something else than what was imported before. */
  updated: number;
  /** Those that are here as they are. */
  unchanged: number;
};

/** Gives scorecards to other programs. */
export type ScorecardExport = {
  /** How they are written. */
  format: ScorecardFormat;
  /** Of whom; of everyone where it is empty. */
  candidate_ids?: Array<CandidateId>;
  /** Where to; a file there is replaced whole or not at all. As text in the answer where it is left out. */
  path?: string | null;
};

/** Scorecards were written. */
export type ScorecardExported = {
  /** How many. */
  scorecards: number;
  /** Candidates of whom nothing is in it, since one's own scorecard is to come first. */
  hidden: number;
  /** Where the file is; none without one. */
  path: string | null;
  /** What was written, where no path was named. */
  text: string | null;
};

/** What a file of scorecards is. */
export type ScorecardFormat = "json" | "csv" | "markdown" | "greenhouse";

/** A file with scorecards as the page has read it. */
export type ScorecardImport = {
  /** The file's name. */
  name: string;
  /** The file, in base64 (RFC 4648). */
  bytes: string;
  /** What it is; found out where it is left out. */
  format?: ScorecardFormat | null;
  /** The role of candidates who are not here yet. */
  role_id: RoleId;
  /** Whom all of them are about; found out from the file where it is left out. */
  candidate_id?: CandidateId | null;
  /** Who they are whom the file does not name, or of whom only a person can say it. */
  people?: Array<PersonChoice>;
  /** What words of another scale are shown as, where the table says otherwise. */
  mapping?: Array<MappingChoice>;
};

/** A file with scorecards, by its path. */
export type ScorecardImportPath = {
  /** The file. */
  path: string;
  /** A file that names the candidates whom the scorecards have by their id alone. */
  people_path?: string | null;
  /** Only tell what would be done. */
  dry_run: boolean;
  /** What it is; found out where it is left out. */
  format?: ScorecardFormat | null;
  /** The role of candidates who are not here yet. */
  role_id: RoleId;
  /** Whom all of them are about; found out from the file where it is left out. */
  candidate_id?: CandidateId | null;
  /** Who they are whom the file does not name, or of whom only a person can say it. */
  people?: Array<PersonChoice>;
  /** What words of another scale are shown as, where the table says otherwise. */
  mapping?: Array<MappingChoice>;
};

/** What an import would do. Nothing is written. */
export type ScorecardImportPreview = {
  /** What it was taken for; none where it is no text. */
  format: ScorecardFormat | null;
  /** How many of each. */
  counts: ScorecardCounts;
  /** The scorecards, in the order of the file: at most the first 200. */
  scorecards: Array<ImportedScorecard>;
  /** What each value of the file is shown as; the whole table where something is hidden. */
  mapping: Array<Mapping>;
  /** Those whom the file does not name. While it is not said who one is, that one's scorecards are left out. */
  unnamed: Array<UnnamedPerson>;
  /** Those of whom only a person can say who they are. While it is not said, their scorecards are left out. */
  unsure: Array<UnsurePerson>;
  /** What was left out, and what to look at. */
  problems: Array<Problem>;
};

/** A file was imported, or would have been. */
export type ScorecardImported = {
  /** The scorecards, in the order of the file: all of a file that was named by its path, else at most the first 200. */
  scorecards: Array<ImportedScorecard>;
  /** Those of whom only a person can say who they are. Their scorecards were left out if that was not said. */
  unsure: Array<UnsurePerson>;
  /** What each value of the file is shown as; the whole table where something is hidden. */
  mapping: Array<Mapping>;
  /** What was left out, and what to look at. */
  problems: Array<Problem>;
  /** Names the import, to take it back; none where nothing changed. */
  import_id: ImportId | null;
  /** When it was saved. */
  at: Timestamp;
  /** New ones. */
  added: number;
  /** Those that say something else than what was imported before. */
  updated: number;
  /** Those that are here as they are. */
  unchanged: number;
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
  /** What its author is writing of an amendment; none for anyone else. */
  draft: AmendmentDraft | null;
};

/** A part of a packet that can be left out. */
export type Section = "reasons" | "ratings" | "scorecards" | "notes" | "signatures" | "log";

/** One meeting with a candidate, by however many interviewers; `UUIDv7`. */
export type SessionId = string;

/** How the window should look, which paper packets are for, whether a review points at words, and when to lock. */
export type Settings = {
  /** Light or dark. */
  theme: Theme;
  /** The paper of packets. */
  paper: Paper;
  /** Whether the review points at verdicts and protected topics; it does unless it is turned off. */
  lint: boolean;
  /** Minutes without a key or a pointer after which the data is locked, at most 240; 0 for never. Not during an interview. */
  lock_after_minutes: number;
};

/** How much a problem matters. */
export type Severity = "error" | "warning";

/** A question of it with its answer in words. */
export type SharedAnswer = {
  /** The question. */
  question: string;
  /** The answer. */
  answer: string;
};

/** A person as a file names one. Every text may be empty. */
export type SharedPerson = {
  /** The id there. */
  id: string;
  /** The name. */
  name: string;
  /** The e-mail address. */
  email: string;
};

/** One rating of it. */
export type SharedRating = {
  /** What kind of thing was rated: a competency for our questions, else what the other program says. */
  kind: string;
  /** What was rated: a question, a skill. */
  name: string;
  /** The rating as it was said there; empty where it was left open. */
  said: string;
  /** The level that it is shown as; none where it is no rating, or one that no table has. */
  level: 1 | 2 | 3 | 4 | 5 | null;
  /** What was noted on it. */
  note: string;
};

/** A submitted scorecard as files carry it. */
export type SharedScorecard = {
  /** The program that it comes from: [`OWN`], `greenhouse`, `table`. */
  source: string;
  /** Its id there. */
  id: string;
  /** Who was interviewed. */
  candidate: SharedPerson;
  /** Who judged. */
  interviewer: SharedPerson;
  /** What the interview is called. */
  interview: string;
  /** When it was held. */
  held_at: Timestamp | null;
  /** When the scorecard was submitted. */
  submitted_at: Timestamp | null;
  /** The recommendation as it was said there; empty where there is none. */
  overall_said: string;
  /** The recommendation that it is shown as. */
  overall: Recommendation | null;
  /** Why. */
  reason: string;
  /** Its ratings, in its order. */
  ratings: Array<SharedRating>;
  /** What was asked and answered in words, in its order. */
  answers: Array<SharedAnswer>;
};

/** What is to be said of a file's signature. */
export type SignatureState = "unsigned" | "whole" | "changed" | "appended_to" | "taken_out" | "other_key" | "several";

/** Who a file says signed it. */
export type SignerSeen = {
  /** The name, as they gave it themselves; none where the data do not say it. */
  name: string | null;
  /** The fingerprint of their key, eight groups of four signs. */
  fingerprint: string;
  /** Whether the key is this workbench's own, or the one that was named to be expected. */
  known: boolean;
};

/** The key of this laptop's person, as they would read it out. */
export type SigningKeyShown = {
  /** Their name, as it stands in what they sign; empty until it was given. */
  name: string;
  /** The key's fingerprint, eight groups of four signs; none until a first document was signed. */
  fingerprint: string | null;
};

/** A scorecard behind a cell. */
export type Source = {
  /** The interview. */
  interview_id: InterviewId;
  /** Who rated. */
  interviewer: string;
  /** The interviewer's part, where two interviewed together. */
  part: Part | null;
  /** The mean of the competency in this scorecard; none where nothing was judged. */
  mean: number | null;
  /** The interviewer's own rating, with its reason. It enters no figure. */
  own_rating: OwnRating | null;
  /** Minutes from the end of the meeting to submission; none where it was not kept. */
  minutes_to_submission: number | null;
  /** Whether its author had seen another's scorecard before submitting. */
  after_seeing_others: boolean;
  /** How many times it was amended since. The first version counts. */
  amended: number;
};

/** Time spent on a question. */
export type Spent = {
  /** The question. */
  question_id: QuestionId;
  /** All time spent on it so far, in seconds; the larger of this and what is kept stands. */
  seconds: number;
};

/** How a decision stands to the figures. */
export type Stance = "with" | "against";

/** How the candidate stands among the others of the round. */
export type Standing = {
  /** How many are compared, the candidate among them. */
  of: number;
  /** The composite over what all are compared on, 1 to 5. */
  compared: number;
  /** Its standard error; none where it is not known. */
  error: number | null;
  /** Who cannot be told apart from the candidate: they share a tie group. None where the error is not known. */
  tied: Array<Tied> | null;
  /** The names of the competencies that all are compared on, in the role's order. */
  compared_on: Array<string>;
};

/** What the window needs to know at its start. */
export type Status = {
  /** The version of the workbench. */
  version: string;
  /** Whose laptop this is; none before the first start is done. */
  interviewer: Interviewer | null;
  /** Whether there is a passphrase; while false, whoever can read the files can read the data. */
  protected: boolean;
  /** Whether a person looks round in a store that is not protected: no real people are taken until it is. */
  trial: boolean;
  /** Where the data lies. */
  data_folder: string;
  /** How the window should look. */
  settings: Settings;
};

/** One of the ways in. */
export type StoreUnlock = {
  /** The passphrase. */
  passphrase?: string;
  /** The recovery key, in its place. */
  recovery_key?: string;
  /** The system's keychain, in its place; to change something, only where there is no passphrase. */
  keychain?: boolean;
};

/** Asks for the store that is open to be read. */
export type StoreVerify = {
  /** What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up. */
  job?: string | null;
};

/** Declares a component of a kit's structure. */
export type StructureDeclare = {
  /** Of which kit. */
  kit_id: KitId;
  /** Which of the components that only people can say. */
  component: Component;
  /** How and when; an empty note takes the declaration back. */
  note: string;
};

/** What an act was done to. */
export type Subject = {
  "candidate": CandidateId } | { "interview": InterviewId } | { "round": RoundId;
};

/** What an import does with a person. */
export type Taken = "added" | "updated" | "unchanged";

/** A round's team figures. */
export type Team = {
  /** What the panel agreed to last; none if it was never asked: they are off then. */
  consent: TeamConsent | null;
  /** The figures; none while they are off, or where they would tell who is meant. */
  figures: TeamFigures | null;
};

/** What the panel of a round agreed to, when it was last asked. */
export type TeamConsent = {
  /** Whether the team's figures are shown. */
  shown: boolean;
  /** Who agreed, as it was written down. */
  agreed: string;
  /** Who turned them on or off. */
  by: string;
  /** When. */
  at: Timestamp;
};

/** How far the raters of a round lie from each other, without saying who. */
export type TeamFigures = {
  /** Raters who have ten common candidates with others. */
  raters: number;
  /** The mean of how far each lies from the others, higher or lower, in points of the scale. */
  mean_apart: number;
  /** How far the farthest lies. */
  widest: number;
};

/** Names a round whose team figures are asked for. */
export type TeamRef = {
  /** The round. */
  round_id: RoundId;
};

/** Turns a round's team figures on or off. */
export type TeamSet = {
  /** The round. */
  round_id: RoundId;
  /** Whether they are shown. */
  shown: boolean;
  /** Who agreed: needed to turn them on. */
  agreed?: string;
};

/** A text was written. */
export type TextExported = {
  /** Where it is. */
  path: string;
  /** SHA-256 of the file, in hexadecimal. */
  sha256: string;
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

/** Somebody who cannot be told apart from the candidate. */
export type Tied = {
  /** Who. */
  candidate_id: CandidateId;
  /** The name. */
  name: string;
};

/** How long a question took. */
export type TimeTaken = {
  /** How many times were kept. */
  n: number;
  /** The median, in seconds. */
  median_seconds: number;
  /** The planned time of the last one, in minutes; 0 where it was not planned. */
  planned_minutes: number;
  /** How many took longer than planned. */
  longer: number;
};

/** The smallest change of one weight beyond which another comes first. */
export type Tipping = {
  /** Whose weight. */
  competency_id: CompetencyId;
  /** The role's weight. */
  from: number;
  /** The weight at which both are level; beyond it the other comes first. */
  to: number;
  /** Who then comes first. */
  candidate_id: CandidateId;
};

/** What needs doing. */
export type Today = {
  /** Interviews of this laptop whose scorecards are still to come and have no time to be due at, newest first, twenty and;
   * whoever else was in the last one's meeting at the most. Each interview is either here or among `drafts`. */
  open: Array<InterviewCard>;
  /** How many more of them there are. */
  more_open: number;
  /** One's own scorecards that are due by their role's rule and not submitted, soonest first, as many at the most. */
  drafts: Array<DraftDue>;
  /** How many more of them there are. */
  more_drafts: number;
  /** Candidates whom nobody has interviewed yet, the one added last first, a hundred at the most; who withdrew does not wait;
   * nor whose interview is planned for today. */
  waiting: Array<CandidateCard>;
  /** Whether more wait than are told. */
  more_waiting: boolean;
  /** Submitted scorecards, newest first, twenty at the most. */
  recent: Array<InterviewCard>;
  /** Interviews planned for today, in order of time, other people's as well. */
  planned: Array<PlannedCard>;
};

/** What the law of many countries keeps out of a hiring decision. */
export type Topic = "age" | "family" | "pregnancy" | "health" | "disability" | "accent" | "religion" | "origin" | "union" | "politics" | "orientation" | "military" | "arrest_record" | "salary_history";

/** Said once it is durable which place is on screen. */
export type Turned = {
  /** When. */
  at: Timestamp;
  /** How the questions fit the time now. */
  plan: Plan;
};

/** What stood in the field when a note was kept, and where: undoing puts it back there. */
export type TypedAt = {
  /** Where the field was: a note may be filed elsewhere. */
  place: Place;
  /** All that stood in it. */
  text: string;
};

/** Required questions that nobody asked. */
export type UnaskedQuestions = {
  /** The titles of the first of them. */
  titles: Array<string>;
  /** How many more there are. */
  more: number;
};

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

/** Why an answer could not be judged. */
export type Unjudged = "interrupted" | "out_of_time" | "misunderstood";

/** Somebody whom a file does not name, so that a person must say who it is. */
export type UnnamedPerson = {
  /** How the file knows them, as [`PersonChoice`] takes it. */
  person: string;
  /** The program that it comes from, as it is named on screen. */
  source: string;
  /** Their scorecards in the file: who judged, and what the interview is called. */
  scorecards: Array<string>;
  /** Whether it was said who it is. */
  said: boolean;
};

/** Somebody in a file of whom only a person can say who it is. */
export type UnsurePerson = {
  /** How the file knows them, as a choice names them. */
  person: string;
  /** The name in the file. */
  name: string;
  /** What else the file says: who judged, and where it stands; or the contact. */
  about: Array<string>;
  /** Who here it may be, the one added first first. */
  may_be: Array<CandidateHere>;
  /** The addresses that others of the name have in the file: it may be one of those, as a choice says by the address for a name. */
  addresses: Array<string>;
  /** Whether it was said who it is. */
  said: boolean;
};

/** What is known of a document's file. */
export type Verified = {
  /** What it is: `packet`, `comparison` or `guide`; none where its data cannot be read. */
  kind: string | null;
  /** SHA-256 of the data in it, in hexadecimal: it must be the one at the foot of every page. None where there are none. */
  data_sha256: string | null;
  /** Whether those are the data that it says it holds. */
  data: DataState;
  /** Whether its pages say what the data say. */
  pages: Pages;
  /** Whether it was changed since it was signed. */
  signature: SignatureState;
  /** By whose key, as the file says; none where it names nobody. */
  signer: SignerSeen | null;
  /** How many bytes were added behind the signed file. */
  appended_bytes: number;
  /** Whether nothing speaks against it: its data are whole, and it is whole since it was signed, or nobody signed it. */
  good: boolean;
  /** All of that in sentences, the weightiest first. */
  says: Array<string>;
};

/** One version of a question. */
export type VersionCard = {
  /** Its number, from 1. */
  number: number;
  /** Its content hash. */
  hash: string;
  /** Where its words come from. */
  origin: Origin;
  /** When it was made here. */
  made_at: Timestamp;
  /** Whether it is the one that counts. */
  counts: boolean;
  /** Whether its pack offers it beside one's own. */
  offered: boolean;
  /** How many interviews it was or will be asked in. */
  interviews: number;
  /** What is other than in the version before it; nothing for the first. */
  changes: Array<FieldChange>;
};

/** A change of locked weights, as it is kept. */
export type WeightChange = {
  /** Who changed them. */
  by: string;
  /** When. */
  at: Timestamp;
  /** Why. */
  reason: string;
  /** Every competency, also those whose weight stayed: those of before in their order, then new ones. */
  weights: Array<WeightMove>;
};

/** The weight of one competency before and after a change. */
export type WeightMove = {
  /** The competency. */
  competency_id: CompetencyId;
  /** Its name, after the change where it is still there. */
  name: string;
  /** Its weight before; none where it is new. */
  before: number | null;
  /** Its weight after; none where it was taken out. */
  after: number | null;
};

/** What a change of weights does to those who were judged already. */
export type WeightOutcome = {
  /** The candidates with a submitted scorecard, in the order given. From the ratings as they are now. */
  results: Array<WeightResult>;
  /** How many more there are, whom the reader may not see yet. */
  hidden: number;
};

/** Asks what a change of weights would do. */
export type WeightPreview = {
  /** The role as it would be. */
  role: Role;
};

/** One candidate's composite under the weights before and after; see [`crate::formula`]. */
export type WeightResult = {
  /** The candidate. */
  candidate_id: CandidateId;
  /** The candidate's name. */
  candidate: string;
  /** Under the weights before, 1 to 5; none where no competency that counts has a mean. */
  before: number | null;
  /** Under the weights after, likewise. */
  after: number | null;
};

/** Whether a role's weights are locked, and how they were changed since. */
export type Weights = {
  /** When its first scorecard was submitted; none while the weights can be changed freely. */
  locked_at: Timestamp | null;
  /** The changes since then, newest first. */
  changes: Array<Reweighed>;
};

/** Why candidates are not compared on a competency. */
export type WhyNot = "too_little" | "not_asked" | "other_role" | "not_in_role";

/** Who comes first without one rater. */
export type WithoutRater = {
  /** The rater. */
  interviewer_id: InterviewerId;
  /** The name. */
  interviewer: string;
  /** Who comes first then; several where they are level, none where nobody is left to compare. */
  first: Array<CandidateId>;
  /** Whether that is another first place than with everyone. */
  changes: boolean;
  /** Of whom nothing is rated then, and who is not compared. */
  dropped: Array<CandidateId>;
};

/** Every command: what it takes, and what it answers. */
export type Commands = {
  /** Tells who uses this data folder, how it is protected and how the window should look. */
  status_get: [Nothing, Status];
  /** Keeps how the window should look. */
  settings_set: [Settings, Settings];
  /** Keeps the interviewer's name as it stands in packets. */
  interviewer_set: [InterviewerSet, Interviewer];
  /** Tells how the store is protected, and whether it is locked. */
  protection_get: [Nothing, Protection];
  /** Protects an unprotected store by a passphrase, the keychain or both: it is moved to a fresh key. The answer has the recovery key, this once. */
  protection_begin: [ProtectionBegin, RecoveryKeyMade];
  /** Changes the passphrase, or sets a first one beside the keychain, for who shows a way in. */
  passphrase_change: [PassphraseChange, Nothing];
  /** Takes the passphrase away where the keychain opens the data; the recovery key stays. */
  passphrase_remove: [StoreUnlock, Protection];
  /** Lets the system's keychain keep the key as well: the data opens by itself for who is signed in. */
  keychain_add: [StoreUnlock, Protection];
  /** Takes the key out of the keychain where a passphrase opens the data. */
  keychain_remove: [StoreUnlock, Protection];
  /** Makes a new recovery key, shown this once; the old one opens nothing any more. */
  recovery_key_make: [StoreUnlock, RecoveryKeyMade];
  /** Writes a recovery key that was just made to a file. */
  recovery_key_save: [RecoveryKeySave, RecoveryKeySaved];
  /** Opens a locked store by the passphrase, the recovery key or the keychain. */
  store_unlock: [StoreUnlock, Protection];
  /** Closes the store until it is unlocked again. */
  store_lock: [Nothing, Protection];
  /** Begins to look round with made-up people: no real ones are taken until the data is protected. */
  trial_begin: [Nothing, Status];
  /** Lists the backups in the data folder and in the folder of one's choice. */
  backup_list: [Nothing, BackupList];
  /** Makes a backup, verified, and copies it to the folder of one's choice. */
  backup_create: [BackupCreate, BackupMade];
  /** Makes the backup of the day where one is due, and takes away what is superfluous. */
  backup_keep: [Nothing, BackupKept];
  /** Reads a backup to its last page and tells what is in it. */
  backup_verify: [BackupRead, BackupVerified];
  /** The same of a file by its path. */
  backup_path_verify: [BackupPath, BackupVerified];
  /** Removes a backup. */
  backup_remove: [BackupRef, Saved];
  /** Names a folder that backups are copied to as well, such as one on a stick. */
  backup_folder_set: [BackupFolder, BackupList];
  /** Copies backups to the data folder only. What lies in the other folder stays there. */
  backup_folder_remove: [Nothing, BackupList];
  /** Reads every page of the store that is open and tells what is in it. */
  store_verify: [StoreVerify, BackupVerified];
  /** Tells what restoring a backup would change. Nothing is changed. */
  backup_compare: [BackupRead, Restoring];
  /** Restores a backup. The store as it is until then is kept as a backup of its own. */
  backup_restore: [BackupRead, Restored];
  /** The same of a file by its path, or only tells what that would change. */
  backup_path_restore: [RestorePath, Restored];
  /** Tells what happened to a store that cannot be opened, and which backups there are. */
  rescue_get: [Nothing, Rescue];
  /** Tells what can still be read of it, and what is lost. Nothing is changed. */
  rescue_read: [RescueAsk, RescueRead];
  /** Makes a store of what can still be read. The damaged file is kept. */
  rescue_take: [RescueAsk, RescueDone];
  /** Restores a backup in its place. The damaged file is kept. */
  rescue_restore: [RescueRestore, RescueDone];
  /** Tries to open it again, after a person put something right. */
  rescue_retry: [Nothing, Nothing];
  /** Closes a store that has a page which cannot be read, so that it can be rescued. */
  rescue_begin: [Nothing, Nothing];
  /** Lists what needs doing: scorecards due, other open interviews, candidates without one, scorecards lately submitted. */
  today_get: [Nothing, Today];
  /** Lists the roles with their competencies. */
  role_list: [Nothing, RoleList];
  /** Adds or changes a role: five to eight competencies, with equal weights or with reasons. */
  role_save: [RoleSave, RoleSaved];
  /** Tells since when a role's weights are locked, and how they were changed since. */
  weight_get: [RoleRef, Weights];
  /** Tells what a change of a role's weights would do to those who were judged already. Nothing is written. */
  weight_preview: [WeightPreview, WeightOutcome];
  /** Keeps what stands in the editor of a role. */
  role_draft_save: [RoleDraftSave, RoleDraftSaved];
  /** Forgets what stood in the editor of a role; the role stays as it was saved. */
  role_draft_discard: [RoleRef, RoleDraftSaved];
  /** Lists what stands in editors of roles and is not saved. */
  role_draft_list: [Nothing, RoleDraftList];
  /** Lists the kits, in the version that counts. */
  kit_list: [Nothing, KitList];
  /** Gives one kit with its questions. */
  kit_get: [KitGet, KitDetail];
  /** Gives every version of a kit. */
  kit_versions: [KitGet, KitVersions];
  /** Gives a kit as it stands in the builder, with its check; an empty id begins a new one. */
  kit_draft_get: [KitGet, KitDraft];
  /** Keeps a kit as it stands in the builder, and checks it. */
  kit_draft_save: [KitDraftSave, KitDraft];
  /** Forgets what stands in the builder; what was published stays. */
  kit_draft_discard: [KitGet, KitDraftList];
  /** Lists the kits that are being built. */
  kit_draft_list: [Nothing, KitDraftList];
  /** Publishes a kit as it stands in the builder: a version that never changes. */
  kit_publish: [KitGet, KitPublished];
  /** Puts a kit away, or brings it back. */
  kit_archive: [KitArchive, BankDone];
  /** Takes the version of a kit that its pack offers instead of one's own. */
  kit_offer_take: [KitGet, BankDone];
  /** Declines the version of a kit that its pack offers. */
  kit_offer_decline: [KitGet, BankDone];
  /** Lists the questions of the bank that were not put away. */
  question_list: [Nothing, QuestionList];
  /** Finds questions by what they say: newest first, or the best match first where `ranked` is true. */
  question_search: [QuestionSearch, QuestionList];
  /** Lists what a search can be narrowed to. */
  question_filters: [Nothing, QuestionFilters];
  /** Gives one question in full. */
  question_get: [QuestionGet, QuestionDetail];
  /** Adds a question, or makes a new version of it; the same content makes none. */
  question_save: [QuestionSave, QuestionSaved];
  /** Adds a copy of a question. */
  question_duplicate: [QuestionGet, QuestionSaved];
  /** Puts questions away: they are in no list, and kits keep them. */
  question_archive: [QuestionsRef, BankDone];
  /** Brings questions back that were put away. */
  question_restore: [QuestionsRef, BankDone];
  /** Marks a question as known outside, or takes that mark away. */
  question_leak: [QuestionLeak, BankDone];
  /** Keeps what stands in the editor of a question. */
  question_draft_save: [QuestionDraftSave, QuestionDraftSaved];
  /** Forgets what stood in the editor of a question. */
  question_draft_discard: [QuestionGet, QuestionDraftSaved];
  /** Lists what stands in editors and is not saved. */
  question_draft_list: [Nothing, QuestionDraftList];
  /** Lists the versions of a question, each with what changed. */
  question_versions: [QuestionGet, QuestionVersions];
  /** Tells what changed between two versions of a question. */
  question_compare: [QuestionCompare, QuestionCompared];
  /** Takes the version that the pack offers instead of one's own. */
  question_offer_take: [QuestionGet, BankDone];
  /** Declines the version that the pack offers. */
  question_offer_decline: [QuestionGet, BankDone];
  /** Tells what use says of a question: nothing while it could move a rating that is still to be given. */
  question_usage: [QuestionGet, QuestionUsage];
  /** Lists the examples of answers to a question. */
  example_list: [QuestionGet, ExampleList];
  /** Lists one's own interviews in which a question was asked, with what was noted, to make an example from. */
  example_sources: [QuestionGet, ExampleSources];
  /** Makes an example from an answer, in one's own words. */
  example_add: [ExampleAdd, ExampleList];
  /** Removes an example for good. */
  example_remove: [ExampleRef, ExampleList];
  /** Lists the drills, written answers to rate, and how far one's own ratings lie from their keys. */
  drill_list: [Nothing, DrillList];
  /** Gives a question's written answers, without their keys. */
  drill_get: [DrillGet, DrillSheet];
  /** Keeps a rating of a written answer, and tells its key with the reason. */
  drill_rate: [DrillRate, DrillKey];
  /** Tells how one's own ratings lie beside the others', and how theirs do who share that. */
  habit_get: [Nothing, Habits];
  /** Says whether others may see how one's own ratings lie beside theirs. */
  habit_share: [HabitShare, Habits];
  /** Gives a round's team figures, if its panel agreed to them. */
  team_get: [TeamRef, Team];
  /** Turns a round's team figures on, with a note of who agreed, or off. */
  team_set: [TeamSet, Team];
  /** Tells which of the fifteen components of structure a kit and its interviews meet. */
  kit_structure: [KitGet, KitStructure];
  /** Declares a component that only people can say, or takes that back. */
  structure_declare: [StructureDeclare, KitStructure];
  /** Tells what importing a file would do. Nothing is written. */
  question_import_preview: [QuestionImport, ImportPreview];
  /** Imports a file: everything or nothing, and one undo takes it back. */
  question_import: [QuestionImport, QuestionImported];
  /** Imports a file or a folder by its path, or only tells what that would do. */
  question_import_path: [QuestionImportPath, QuestionImported];
  /** Writes questions to a file, or gives them as text where no path is named. */
  question_export: [QuestionExport, QuestionExported];
  /** Writes a role with its kits and questions as the folder of a pack, which comes back as it was. */
  pack_export: [PackExport, PackExported];
  /** Tells what can be undone and redone in the bank. */
  bank_history: [Nothing, BankHistory];
  /** Takes back what was done last in the bank. */
  bank_undo: [Nothing, BankDone];
  /** Does again what was taken back last in the bank. */
  bank_redo: [Nothing, BankDone];
  /** Adds a candidate for a role. */
  candidate_add: [CandidateAdd, Candidate];
  /** Lists the candidates a page at a time, the one added last first; by words of their names as well. */
  candidate_list: [CandidateAsk, CandidateList];
  /** Gives one candidate with the interviews held. */
  candidate_get: [CandidateGet, CandidateDetail];
  /** Corrects a candidate's name or role. */
  candidate_change: [CandidateChange, CandidateDetail];
  /** Tells what erasing a candidate would remove, and what is outside our reach. Nothing is written. */
  candidate_erase_preview: [CandidateGet, ErasePreview];
  /** Erases everything about a candidate, here and in the backups. The name must be typed. It cannot be taken back. */
  candidate_erase: [CandidateErase, CandidateErased];
  /** Sets a legal hold on a candidate: until it is lifted, nothing about the person is erased. */
  hold_set: [HoldSet, CandidateDetail];
  /** Lifts the legal hold on a candidate. */
  hold_lift: [CandidateGet, CandidateDetail];
  /** Writes everything that is kept about one person to a new folder, for that person: the data, what was attached, and a copy to read. */
  access_export: [AccessExport, AccessExported];
  /** Tells which rule says how long things are kept, and gives the table of rules. */
  retention_get: [Nothing, Retention];
  /** Lists whose time is over by that rule, a page at a time. Nothing is erased by itself. */
  retention_list: [RetentionAsk, RetentionList];
  /** Tells what Today says of it: whether there is no rule, and how many are due, 20 at the most. */
  retention_today_get: [Nothing, RetentionToday];
  /** Tells until when what is about one candidate is kept, and why. */
  candidate_retention_get: [CandidateGet, CandidateRetention];
  /** Chooses the rule, or says that it is decided later. None is ever chosen by itself. */
  retention_choose: [RetentionChoose, Retention];
  /** Adds a rule to the table, or changes one. */
  retention_rule_save: [RetentionRuleSave, Retention];
  /** Removes a rule of one's own; one that came with the workbench becomes again as it came. */
  retention_rule_remove: [RetentionRuleRef, Retention];
  /** Keeps how a candidate is reached, and what the application says. */
  contact_save: [ContactSave, CandidateDetail];
  /** Tells what importing a file of candidates would do. Nothing is written. */
  candidate_import_preview: [CandidateImport, CandidateImportPreview];
  /** Imports candidates from a file: everything or nothing. What is known already is never replaced. */
  candidate_import: [CandidateImport, CandidateImported];
  /** Imports candidates from a file by its path, or only tells what that would do. */
  candidate_import_path: [CandidateImportPath, CandidateImported];
  /** Takes an import of candidates or of a calendar back; what was used or changed since stays. */
  import_undo: [ImportRef, ImportUndone];
  /** Lists the rounds. */
  round_list: [RoundAsk, RoundList];
  /** Gives one round with its candidates and planned interviews. */
  round_get: [RoundRef, RoundDetail];
  /** Adds a round, or changes its title, kits and candidates. */
  round_save: [RoundSave, RoundDetail];
  /** Removes a round; its candidates stay, in none. */
  round_remove: [RoundRef, RoundList];
  /** Hands a round on to somebody else, who leads it from then on; for who leads it now. */
  round_hand_on: [RoundHandOn, RoundDetail];
  /** Tells which meetings of a calendar file could be interviews of a round. Nothing is written. */
  calendar_import_preview: [CalendarImport, CalendarPreview];
  /** Plans the chosen meetings of a calendar file; those planned from it before move, or are called off, with it. */
  calendar_import: [CalendarImport, CalendarImported];
  /** Plans an interview, or changes a planned one. */
  appointment_save: [AppointmentSave, CandidateDetail];
  /** Removes a planned interview; one that was started from it stays. */
  appointment_remove: [AppointmentRef, CandidateDetail];
  /** Prepares an interview with a kit: for later, written down afterwards, beside another interviewer, or for practice. */
  interview_start: [InterviewStart, InterviewLive];
  /** Gives what was prepared for an interview, and what earlier interviewers left to follow up where the kit lets it be seen. */
  preparation_get: [InterviewGet, PreparationNow];
  /** Keeps what was prepared for an interview. */
  preparation_set: [PreparationSet, PreparationNow];
  /** Begins a meeting; again, it changes nothing. */
  interview_begin: [InterviewBegin, MeetingNow];
  /** Lets a meeting rest; again, it changes nothing. */
  interview_pause: [InterviewPause, MeetingNow];
  /** Goes on with a meeting that rests, broke off or ended. */
  interview_resume: [InterviewMoment, MeetingNow];
  /** Ends a meeting; its scorecard stays open. */
  interview_end: [InterviewMoment, MeetingNow];
  /** Says that the candidate did not come or withdrew, or that the meeting broke off. */
  interview_set_phase: [InterviewSetPhase, MeetingNow];
  /** Moves the time of a meeting: a late start, an early end. */
  interview_set_slot: [InterviewSetSlot, MeetingNow];
  /** Keeps what was agreed for the candidate, without its reason. */
  adjustment_set: [AdjustmentSet, MeetingNow];
  /** Works out how the questions fit the time, and which optional one to drop next. */
  plan_get: [PlanGet, Plan];
  /** Lists the interviews a page at a time, newest first. */
  interview_list: [InterviewAsk, InterviewList];
  /** Gives one interview with everything written in it. */
  interview_get: [InterviewGet, InterviewLive];
  /** Takes back an interview that was started by mistake, only while nothing is written in it; throws practice away. */
  interview_discard: [InterviewGet, Saved];
  /** Keeps which place is on screen, the time spent on the question before, and how long the meeting has lasted. */
  interview_turn: [InterviewTurn, Turned];
  /** Keeps a note, or changes one that is kept; sent again with the same `entry_id`, it keeps nothing twice. */
  entry_save: [EntrySave, EntrySaved];
  /** Removes a note. */
  entry_remove: [EntryRef, EntrySaved];
  /** Brings a removed note back. */
  entry_restore: [EntryRef, EntrySaved];
  /** Files a note at another place. */
  entry_move: [EntryMove, EntrySaved];
  /** Marks a follow-up as settled, or as open again. */
  entry_settle: [EntrySettle, Saved];
  /** Keeps what is being typed: a new note, or a change of a kept one. An empty text clears it. */
  draft_save: [DraftSave, Acted];
  /** Takes back what was done last at a place, text and everything else in one order. */
  action_undo: [ActionRef, ActionDone];
  /** Does again what was taken back last at a place. */
  action_redo: [ActionRef, ActionDone];
  /** Ticks an indicator or a red flag; without a state, clears the tick. */
  tick_set: [TickSet, Acted];
  /** Rates a question; the same rating again does nothing. */
  rating_set: [RatingSet, Covered];
  /** Takes the rating of a question away. */
  rating_clear: [RatingClear, Covered];
  /** Keeps how often a probe was asked. */
  probe_set: [ProbeSet, Acted];
  /** Keeps that a question was reworded or skipped, or takes that back. */
  deviation_set: [DeviationSet, Covered];
  /** Attaches a picture or a text, without what the file says about its maker. */
  attachment_add: [AttachmentAdd, AttachmentSaved];
  /** Lists the attached files of an interview. */
  attachment_list: [InterviewGet, AttachmentList];
  /** Gives an attached file. */
  attachment_get: [AttachmentRef, AttachmentWhole];
  /** Removes an attached file for good. */
  attachment_remove: [AttachmentRef, Saved];
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
  /** Tells what importing a file of scorecards would do. Nothing is written. */
  scorecard_import_preview: [ScorecardImport, ScorecardImportPreview];
  /** Imports scorecards from a file: everything or nothing. They stand beside, and enter no figure. */
  scorecard_import: [ScorecardImport, ScorecardImported];
  /** Imports scorecards from a file by its path, or only tells what that would do. */
  scorecard_import_path: [ScorecardImportPath, ScorecardImported];
  /** Gives what was imported of a candidate from other programs, once one's own scorecard is in. */
  imported_list: [CandidateGet, Imported];
  /** Writes submitted scorecards to a file, or gives them as text where no path is named. */
  scorecard_export: [ScorecardExport, ScorecardExported];
  /** Keeps an amendment while it is written; one that says nothing is let go. */
  amendment_save: [AmendmentSave, Saved];
  /** Amends a submitted scorecard. Every version is kept, and the first one counts. */
  scorecard_amend: [ScorecardAmend, ScorecardAmended];
  /** Gives every version of a submitted scorecard, and to its author the amendment that is being written. */
  scorecard_versions: [InterviewGet, ScorecardVersions];
  /** Tells how far raters agree who heard the same answers, and how consistent separate interviews are. */
  agreement_get: [AgreementAsk, Panels];
  /** Lays candidates side by side: competencies as rows, candidates as columns. */
  compare_table: [CompareAsk, CompareTable];
  /** Gives the answers behind one cell, with their evidence. */
  compare_evidence: [CompareEvidence, Evidence];
  /** Lays a candidate before the panel: figures, disagreements, recommendations, what was written down and decided. */
  debrief_get: [CandidateGet, Debrief];
  /** Keeps what the panel writes down: notes, agreed ratings, open points, the decision as far as it is written. */
  debrief_save: [DebriefSave, Saved];
  /** Makes a decision about a candidate, or changes one. Every version is kept, with its reason. */
  decision_make: [DecisionMake, DecisionMade];
  /** Lists who did what, the newest first: ids and hashes, no contents. */
  log_list: [LogAsk, LogList];
  /** Notes that the names of candidates are shown in a comparison that hid them. */
  names_reveal: [NamesReveal, Saved];
  /** Checks the chain of the log and names the first broken link. */
  log_verify: [Nothing, LogVerified];
  /** Tells what the comparison of some candidates would hold in print. */
  comparison_check: [ComparisonCheck, ExportCheck];
  /** Writes the comparison of some candidates as a PDF. */
  comparison_export: [ComparisonExport, Exported];
  /** Writes the comparison of some candidates as a table: CSV, or Markdown. */
  comparison_text_export: [ComparisonText, TextExported];
  /** Gives the four-fifths rule, with where it stands and since when. */
  impact_get: [Nothing, ImpactRule];
  /** Tells what the four-fifths rule says of groups that someone counted. Nothing is kept. */
  impact_check: [ImpactCheck, Impact];
  /** Tells what a candidate's packet would hold: pages, missing scorecards, characters that cannot be drawn, and what a person must decide in the free text first. */
  packet_check: [PacketCheck, PacketChecked];
  /** Writes a candidate's packet as a PDF. */
  packet_export: [PacketExport, Exported];
  /** Tells what the packets of everybody in a round would hold, and what a person must decide in each first. */
  round_export_check: [RoundExportCheck, RoundExportChecked];
  /** Writes the packets of everybody in a round into a folder. One that cannot be written keeps no other back. */
  round_export: [RoundExport, RoundExported];
  /** Tells how far a long piece of work is. */
  job_get: [JobRef, Job];
  /** Stops a long piece of work. What it was about to write is not written; what was there stays whole. */
  job_stop: [JobRef, Job];
  /** Gives one page of a document as it would be written, as a picture and as words. */
  preview_get: [PreviewGet, Preview];
  /** Tells of the file of a packet, a comparison or a guide from anywhere whether it is whole, and by whose key. */
  packet_verify: [PacketVerify, Verified];
  /** Gives the fingerprint of the key that this laptop's person signs with, to be read out. */
  signing_key_get: [Nothing, SigningKeyShown];
  /** Tells what a kit's guide for the interviewer would hold in print: pages, characters that cannot be drawn. */
  guide_check: [GuideCheck, GuideChecked];
  /** Writes a kit's guide for the interviewer as a PDF, with room for handwriting. */
  guide_export: [GuideExport, Exported];
};

/** The words beside the ratings, level 1 first. */
export const RATING_WORDS = ["Well below", "Below", "Meets", "Above", "Well above"] as const;
/** What happens to a meeting. */
export type MeetingEvent = "begin" | "pause" | "resume" | "end" | "no_show" | "withdraw" | "interrupt";
/** What may happen to a meeting in each phase, and the phase after it. */
export const PHASE_AFTER: Record<Phase, Partial<Record<MeetingEvent, Phase>>> = {
  prepared: { begin: "live", no_show: "no_show", withdraw: "withdrawn" },
  live: { begin: "live", pause: "paused", resume: "live", end: "ended", withdraw: "withdrawn", interrupt: "interrupted" },
  paused: { begin: "paused", pause: "paused", resume: "live", end: "ended", withdraw: "withdrawn", interrupt: "interrupted" },
  ended: { resume: "live", end: "ended", withdraw: "withdrawn" },
  no_show: { begin: "live", no_show: "no_show", withdraw: "withdrawn" },
  withdrawn: { resume: "live", withdraw: "withdrawn" },
  interrupted: { resume: "live", end: "ended", withdraw: "withdrawn", interrupt: "interrupted" },
};
/** Longest name, in characters as a reader counts them. */
export const NAME_MAX = 200;
/** Longest note, in characters (code points). */
export const TEXT_MAX = 100000;
/** Largest attachment, in bytes. */
export const ATTACHMENT_BYTES_MAX = 10000000;
/** Largest file of questions, in bytes. */
export const IMPORT_BYTES_MAX = 33554432;
/** Most attachments of one interview. */
export const ATTACHMENTS_MAX = 20;
