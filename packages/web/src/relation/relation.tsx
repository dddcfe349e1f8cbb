import type { Seen } from '../language/use-seen.ts'
import { ContactPlanDialog } from './contact-dialogs.tsx'

type Props = { relation: string; seen: Seen; open: boolean; onClose: () => void }

/** To plan a talk about the working together itself. */
export function RepairTalkDialog(props: Props) {
  return <ContactPlanDialog {...props} kind="repair-talk" />
}
