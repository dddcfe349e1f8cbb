/** An organisation's own format of talking together, for the people of a story. */
import { copyFormat, ownFormatKey } from '@weerklank/core/dialogue/format.change'
import type { FormatId, MemberId } from '@weerklank/core/shared/ids'
import { asMaintenance } from './access/accounts.ts'
import { loadFormats } from './dialogue/formats.ts'
import type { Running } from './test-running.ts'

const shipped = loadFormats()

/** A copy of a shipped format, still a draft. */
export async function buildFormat(app: Running, of: { by: MemberId }): Promise<FormatId> {
  const id = app.world.newId<FormatId>()
  const at = app.clock.now()
  await asMaintenance(app.owner, (trx) =>
    trx
      .insertInto('dialogue_format')
      .values({
        ...{ workspace_id: app.workspace, id, version: 1, from_key: 'retrospective', status: 'draft' },
        ...{ body: JSON.stringify(draftOf(id)), revision: 1, published_at: null },
        ...{ created_by: of.by, created_at: at, changed_at: at },
      })
      .execute(),
  )
  return id
}

function draftOf(id: FormatId) {
  const from = shipped.get('retrospective')
  if (from === undefined) throw new Error('The retrospective is shipped')
  return copyFormat(from, ownFormatKey(id))
}
