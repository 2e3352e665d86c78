import type { Generated } from 'kysely'

/** Facts about the case itself: name, created, known (JSON). */
export interface MetaTable {
  key: string
  value: string
}

/** Given: one row a report. `given` is the canonical JSON of the report without its text; the other columns repeat parts of it for search and order. */
export interface ReportTable {
  number: number
  id: string
  key: string | null
  publisher: string | null
  headline: string | null
  url: string | null
  language: string
  published: string | null
  known: string | null
  day: string | null
  added: string
  added_by: string
  text_hash: string
  original: string | null
  given: string
  text: string
}
/** Given: a report that was taken out again, as it was. */
export type RemovedTable = ReportTable
/** Given: the bytes as they came, by their SHA-256. */
export interface OriginalTable {
  hash: string
  bytes: Uint8Array
}
/** Given: the log. `body` is the canonical JSON of the entry without `hash`. */
export interface LogTable {
  seq: number
  report: string | null
  body: string
  hash: string
}

/** Derived: what is counted in one report, and the parts of its analysis that are no records. */
export interface ReadingTable {
  report: number
  engine: string
  known: string
  characters: number
  sentences: number
  statement: number
  time: number
  event: number
  track: number
  proposal: number
  position: number
  ceasefire: number
  allegation: number
  figure: number
  indicator: number
  notes: number
  named: number
  unnamed: number
  unstated: number
  own: number
  spans: string
  mentions: string
}
/** Derived: one row a record. `first` and `last` bound its days, `line` orders timelines, `day` is the day it counts from. */
export interface RecordTable {
  n: number
  report: number
  kind: string
  pos: number
  id: string
  start: number
  end: number
  sentence: number
  said: number | null
  rule: string
  first: string | null
  last: string | null
  line: string
  day: string
  issue: string | null
  value: string | null
  who: number | null
  series: string | null
  state: Generated<string>
  /** Of a position: the party that its holder speaks for, or the holder. */
  party: number | null
  json: string
}
/** Derived: how many records of a kind count from a day of the timeline; '~' stands for undated ones. */
export interface TallyTable {
  kind: string
  at: string
  count: number
}
/** Derived: who takes part in a record, and as what. */
export interface PartTable {
  record: number
  role: string
  who: number
  kind: string
  day: string
}
/** Derived: the issues of a record. */
export interface TopicTable {
  issue: string
  kind: string
  record: number
  day: string
}
/** Derived: an actor of the case, folded by kind and name. */
export interface WhoTable {
  n: number
  id: string
  name: string
  kind: string
  mentions: number
  reports: number
  statements: number
  positions: number
}
/** Derived: an actor of one report, and who it is in the case. `of` is whom it speaks for. */
export interface CastTable {
  actor: string
  report: number
  pos: number
  who: number
  of: number | null
  mentions: number
  json: string
}
/** Derived: speakers heard in a report, under the party they speak for. `speaker` is a who's number, or the words that describe somebody unnamed. */
export interface VoiceTable {
  party: number
  report: number
  speaker: string
  named: number
  statements: number
}
/** Derived: how often a publisher takes words from somebody, as `utterer` or as a link between. */
export interface QuotedTable {
  publisher: string
  role: string
  who: number
  statements: number
}
/** Derived: the words by which a publisher describes sources that it does not name, and the first statement that bears them. */
export interface UnnamedTable {
  publisher: string
  words: string
  statements: number
  record: number
}
export interface NoteTable {
  report: number
  pos: number
  code: string
  json: string
}
/** Derived: how many reports tell one thing of a person: a word of the name, the name's words, the party, '' where none is told. */
export interface ToldTable {
  key: string
  name: string
  party: string
  reports: number
}
export interface FindingTable {
  id: string
  kind: string
  type: string | null
  line: string
  json: string
}
export interface FindingAboutTable {
  finding: string
  about: string
}
export interface UtteranceTable {
  id: string
  line: string
  json: string
}
export interface UtteranceMemberTable {
  utterance: string
  report: string
}

/** The tables of a case file. */
export interface Tables {
  meta: MetaTable
  report: ReportTable
  removed: RemovedTable
  original: OriginalTable
  log: LogTable
  reading: ReadingTable
  record: RecordTable
  tally: TallyTable
  part: PartTable
  topic: TopicTable
  who: WhoTable
  cast: CastTable
  voice: VoiceTable
  quoted: QuotedTable
  unnamed: UnnamedTable
  note: NoteTable
  told: ToldTable
  finding: FindingTable
  finding_about: FindingAboutTable
  utterance: UtteranceTable
  utterance_member: UtteranceMemberTable
  report_words: { rowid: number; headline: string; text: string }
  statement_words: { rowid: number; text: string }
}
