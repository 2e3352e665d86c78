import type { Track } from '#model'
import { isCarried } from './roles.ts'

const INDIRECT =
  /\bindirect(?:ly)?,? (?:\w+ )?(?:talk|negotiat|discuss|dialogue|contact|communicat|exchange)|\b(?:talk|negotiat|spoke|communicat|bargain|deal)\w* indirectly|\b(?:through|via) (?:an? |the )?(?:[\w-]+ ){0,3}(?:intermediar|mediator|go-between|back[- ]?channel|third part)|\bback[- ]channel|\bin separate (?:rooms|hotels|buildings|wings|halls)|\b(?:act|serv)\w* as (?:an? |the )?(?:\w+ )?(?:go-between|intermediar)/i
const DIRECT =
  /\bdirect,? (?:\w+ )?(?:talk|negotiat|discuss|dialogue|contact|communicat|diplomacy)|\b(?:talk|negotiat|spoke|speak|met|meet)\w* directly|\bface[- ]to[- ]face\b|\bbilateral (?:talks|meeting|negotiat)|\bone-on-one\b|\bin the same room\b|\bat the same table\b/i
const TOGETHER = /\b(?:phone|telephone|summit|met)\b/i
const NOT = /\b(?:not|never|n['’]t|no|without|refus\w+|rather than|instead of|ruled? out) (?:\w+ ){0,2}$/i

/** How those who talk do so, as the words of a sentence tell; mediated where somebody is told to mediate and no more. */
export function formatOf(words: string, mediated: boolean): Track['format'] {
  if (/\bproximity talks\b/i.test(words)) return 'proximity'
  if (INDIRECT.test(words) || isCarried(words)) return 'indirect'
  const direct = DIRECT.exec(words)
  if (direct && !NOT.test(words.slice(0, direct.index))) return 'direct'
  return mediated ? 'mediated' : TOGETHER.test(words) ? 'direct' : 'unclear'
}
