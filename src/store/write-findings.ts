import type Database from 'better-sqlite3'
import { weighFinding, type Finding, type Utterance } from '#model'

/** Replaces findings and utterances, by statements that `query` prepares once. Call it inside a transaction. */
export function writeFindings(
  query: (text: string) => Database.Statement,
  { gone, findings, utterances }: { readonly gone: readonly string[]; readonly findings: readonly Finding[]; readonly utterances: readonly Utterance[] },
): void {
  const removals = [
    'DELETE FROM finding WHERE id = ?',
    'DELETE FROM finding_about WHERE finding = ?',
    'DELETE FROM utterance WHERE id = ?',
    'DELETE FROM utterance_member WHERE utterance = ?',
  ].map(query)
  for (const id of new Set([...gone, ...findings.map(one => one.id), ...utterances.map(one => one.id)])) for (const removal of removals) removal.run(id)
  const finding = query('INSERT INTO finding (id, kind, type, line, json) VALUES (?, ?, ?, ?, ?)')
  const about = query('INSERT OR IGNORE INTO finding_about (finding, about) VALUES (?, ?)')
  for (const one of findings) {
    finding.run(one.id, one.kind, one.type ?? null, lineOf(one), JSON.stringify(one))
    for (const id of new Set([...one.about, ...one.support.map(anchor => anchor.report), ...one.against.map(anchor => anchor.report)])) about.run(one.id, id)
  }
  const utterance = query('INSERT INTO utterance (id, line, json) VALUES (?, ?, ?)')
  const member = query('INSERT OR IGNORE INTO utterance_member (utterance, report) VALUES (?, ?)')
  for (const one of utterances) {
    utterance.run(one.id, `${String(9999 - new Set(one.members.map(anchor => anchor.report)).size).padStart(4, '0')}`, JSON.stringify(one))
    for (const anchor of one.members) member.run(one.id, anchor.report)
  }
}

/** The place of a finding in lists: what weighs most first. */
function lineOf(one: Finding): string {
  return String(9999 - Math.round(10 * weighFinding(one))).padStart(4, '0')
}
