import type { Case } from '#case'

const MOST = 64
const MOST_LETTERS = 2_000_000

/** Answers given before, for as long as the case stays as it is: the same question gets the same bytes. */
export class Kept {
  private readonly held: Case
  private readonly answers = new Map<string, string>()
  private stamp = ''

  constructor(held: Case) {
    this.held = held
  }

  /** The answer to a question, as JSON; `ask` is called where it has not been given yet. Nothing is kept of a question about what is not there. */
  async answer(question: string, ask: () => Promise<unknown>): Promise<string | undefined> {
    const stamp = JSON.stringify(this.held.counts())
    if (stamp !== this.stamp) this.answers.clear()
    this.stamp = stamp
    const before = this.answers.get(question)
    if (before !== undefined) return before
    const found = await ask()
    if (found === undefined) return undefined
    const answer = JSON.stringify(found)
    if (answer.length <= MOST_LETTERS) this.keep(question, answer)
    return answer
  }

  private keep(question: string, answer: string): void {
    this.answers.set(question, answer)
    const [oldest] = this.answers.keys()
    if (this.answers.size > MOST && oldest !== undefined) this.answers.delete(oldest)
  }
}
