import type { Token } from '#model'

/** Verbs of giving something up or handing something over; promised, they are an offer. */
const YIELDING = new Set(
  (
    'release free withdraw lift halt stop cease end suspend freeze allow permit open reopen let provide contribute give deliver hand return dismantle ' +
    'abandon abide comply cut reduce limit ease remove pay invest buy purchase accept join cooperate host restore refrain pull grant offer concede waive drop cancel ' +
    'postpone delay roll scrap surrender disarm recognise recognize send supply fund hire rehire keep-open spend admit exchange swap ' +
    'cap curb ship sell share scale halve forgo forego relinquish repatriate lower renounce vacate dilute resign shelve amend soften step'
  ).split(' '),
)

/** Whether the verb that begins here gives something: "release the crew", "ending the blockade". */
export function isYielding(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + 3; i++) {
    const token = tokens[i]
    if (!token) return false
    if (YIELDING.has(token.lemma)) return true
    if (token.pos !== 'ADV' && token.pos !== 'PUNCT') return false
  }
  return false
}

const KEEPING = new Set(
  'maintain continue keep sustain retain impose pursue enforce uphold expand strengthen seek push remain insist work stay intensify'.split(' '),
)

/** Whether the verb that begins here holds on to something: "maintain the sanctions". */
export function isKeeping(tokens: readonly Token[], at: number): boolean {
  return KEEPING.has(tokens[at]?.lemma ?? '')
}
