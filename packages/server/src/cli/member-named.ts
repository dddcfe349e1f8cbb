import { mayAnalyse } from '@weerklank/core/access/access'
import type { MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import type { Trx } from '../schema.ts'
import { note } from './input.ts'
import { CommandError } from './on-database.ts'

/** The colleague with this address who may work on `what`; without an address whoever may and came first. */
export async function memberNamed(
  trx: Trx,
  { workspace, mail, what }: { workspace: WorkspaceId; mail: string | undefined; what: string },
): Promise<{ id: MemberId; name: string }> {
  const { rows: all } = await sql<{ id: MemberId; name: string; email: string; roles: string[] }>`
    select m.id, m.name, u.email, m.roles from member m join auth."user" u on u.id = m.user_id
    where m.workspace_id = ${workspace} and m.ended_at is null order by m.created_at, m.id`.execute(trx)
  const may = all.filter(({ roles }) => mayAnalyse(roles as Parameters<typeof mayAnalyse>[0]).allowed)
  const found =
    mail === undefined ? may[0] : may.find(({ email }) => email.toLowerCase() === mail.toLowerCase())
  if (found === undefined) {
    throw new CommandError(
      mail === undefined
        ? `Nobody here may work on ${what}: give a colleague a role with content, or the role of researcher.`
        : `There is no colleague ${mail} who may work on ${what}.`,
    )
  }
  if (mail === undefined && may.length > 1)
    note(`Nobody was named with --member: it becomes that of ${found.name}.`)
  return found
}
