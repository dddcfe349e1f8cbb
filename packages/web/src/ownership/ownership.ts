/** What other rooms show of notes of one's own on pages that come later. Apart, so that the first page need not know of it. */
import { componentLater } from '../ui/Later.tsx'

export { autosave, type SaveState } from './autosave.ts'

/** What one writes for oneself at a moment, beside something else. */
export const MomentNotes = componentLater(async () => (await import('./MomentNotes.tsx')).MomentNotes)

/** A case for peer reflection that is kept as soon as it is changed. */
export const PeerCaseEditor = componentLater(
  async () => (await import('./PeerCaseEditor.tsx')).PeerCaseEditor,
)
