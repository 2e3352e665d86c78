import { hasShared, type Scorer } from './frame.ts'
import { scoreEdits } from '../findings/edits.ts'
import { scoreSameEvent } from '../findings/same-event.ts'

export const scorer: Scorer = {
  name: 'findings',
  run: () => (hasShared() ? [...scoreEdits(), ...scoreSameEvent()] : []),
}
