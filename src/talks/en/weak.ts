/** Verbs and nouns of frames too common to tell by themselves that what they take belongs to the talks. */
export const WEAK = new Set(
  (
    'want seek would call request ask try hope plan intend work fight desire wish like prefer push press back support embrace welcome approve ' +
    'block look criticism condemnation denunciation condemn denounce decry protest warn attempt bid need expect consider explore weigh bring ' +
    'honor respect attack bow yield submit surrender cave draft settle live engage right will interest advance introduce threaten threat echo promote'
  ).split(' '),
)

/** What somebody tries to do with words or with an audience: no wish about the matter itself. */
export const IDLE = new Set(
  (
    'answer state quiet dismiss calm downplay explain distract portray paint say tell know learn understand remind show prove debate ' +
    'describe impress entertain deflect divert deny justify blame claim cast spin frame send thank congratulate gauge measure figure determine ' +
    'hear read watch'
  ).split(' '),
)

/** Declining these is silence, no position. */
export const SPEECH = new Set('comment elaborate say answer disclose reveal speculate confirm identify name specify describe'.split(' '))
