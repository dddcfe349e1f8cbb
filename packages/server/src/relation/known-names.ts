import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'

/**
 * The names of everybody known in the workspace, colleagues and who takes part in any collaboration, so that they can be
 * looked for in a text that others will read. They are read by the program; never give them to anybody.
 */
export async function knownNames(trx: Trx, context: Context): Promise<string[]> {
  await setContext(trx, {
    ...{ workspace: context.workspace, actor: 'system', relations: [], purpose: 'names' },
  })
  const members = await trx.selectFrom('member').select('name').execute()
  const participants = await trx.selectFrom('participant').select('name').distinct().execute()
  await setContext(trx, context)
  return [...members, ...participants].map(({ name }) => name)
}
