import type { World } from '../../deps.ts'
import type { AtCircle } from '../circle.at.ts'
import type { OwnCircle } from './own.section.ts'

/** Somebody who came by her link, at her circle: she writes as an equal, and takes away only what is her own. */
export const ownAt = (page: OwnCircle, world: World): AtCircle => ({
  ...{ workspace: page.workspace, context: page.context, circle: page.circle },
  ...{ me: page.self.participant_id, keeps: false, world },
})
