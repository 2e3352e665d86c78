import type { Act, Issue } from '#model'

const MILITARY = new Set<Act>([
  'announce-ceasefire',
  'observe-ceasefire',
  'extend-ceasefire',
  'violate-ceasefire',
  'end-ceasefire',
  'attack',
  'resume-fighting',
  'mobilise',
  'test-weapon',
  'withdraw',
  'redeploy',
])
const BY_ISSUE: Partial<Record<Issue, string>> = {
  NUCLEAR: 'cbrn',
  TRADE: 'economic',
  WAGES_CONDITIONS: 'economic',
  INVESTMENT: 'economic',
  BUDGET: 'economic',
  BLOCKADE_SANCTIONS: 'economic',
  RESOURCES: 'natural resource',
  AID_ACCESS: 'human security',
  DISPLACEMENT: 'migration',
  JUSTICE: 'legal',
  RIGHTS_IDENTITY: 'rights freedoms',
  TERRITORY_STATUS: 'territory',
  CEASEFIRE: 'military',
  WITHDRAWAL: 'military',
  DISARMAMENT: 'military',
}

/** PLOVER contexts of an act: by its own nature and by the issues its words tell; diplomatic where nothing else is told. */
export function contextsOf(act: Act, issues: readonly Issue[]): string[] {
  const contexts = new Set<string>()
  if (MILITARY.has(act)) contexts.add('military')
  if (act === 'impose-tariff' || act === 'lift-tariff' || act === 'strike-work' || act === 'resume-work') contexts.add('economic')
  for (const issue of issues) {
    const context = BY_ISSUE[issue]
    if (context) contexts.add(context)
  }
  return contexts.size > 0 ? [...contexts].sort() : ['diplomatic']
}
