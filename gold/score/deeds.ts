import { scoreDeeds } from '../deeds.ts'
import type { Scorer } from './frame.ts'

export const scorer: Scorer = { name: 'deeds', run: () => [...scoreDeeds('tune'), ...scoreDeeds('unseen')] }
