import { scoreCases } from '../findings/cases.ts'
import { scoreEdits } from '../findings/edits.ts'
import { scorePlanted } from '../findings/planted.ts'
import { scoreSameEvent } from '../findings/same-event.ts'
import { hasShared, type Scorer } from './frame.ts'

export const scorer: Scorer = {
  name: 'findings',
  run: () => [...scorePlanted(), ...(hasShared() ? [...scoreCases(), ...scoreEdits(), ...scoreSameEvent()] : [])],
}
