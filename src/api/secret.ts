import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

async function keptKey(folder: string): Promise<string> {
  const file = join(folder, 'desk.key')
  try {
    return await readFile(file, 'utf8')
  } catch {
    const made = randomBytes(32).toString('base64url')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(file, made, { mode: 0o600, flag: 'wx' })
    return made
  }
}

/**
 * What the cookie of a case's desk is made from: a key in the person's own state folder and the case's file, so that a page that is
 * open goes on when the desk is started again. Where nothing can be kept, a new one at every start.
 */
export async function deskSecret(file: string): Promise<string> {
  const state = process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state')
  const key = await keptKey(join(state, 'parley')).catch(() => randomBytes(32).toString('base64url'))
  return createHash('sha256').update(key).update(file).digest('base64url')
}
