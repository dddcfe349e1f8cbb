import { exportPurposeTexts } from '@weerklank/core/access/purpose-lock'
import { networkExportPurposes } from '@weerklank/core/team/network'
import { useLanguage, useText } from '../language/use-text.ts'
import { TakeFileForm } from '../ui/TakeFileForm.tsx'
import { networkText } from './network.text.ts'
import { useTakeNetwork } from './network-take.queries.ts'

type Props = { relation: string; wave: string; since: string | null; title: string; sentence: string }

/** The map as a file, for what everybody on it agreed to. */
export function NetworkTake({ relation, wave, since, title, sentence }: Props) {
  const text = useText(networkText)
  const language = useLanguage()
  const take = useTakeNetwork({ relation, wave, since })
  const words = { title, sentence, below: text.caution }
  return (
    <TakeFileForm
      id="kaart"
      formats={['svg', 'csv']}
      purposes={networkExportPurposes.map((value) => ({ value, label: exportPurposeTexts[value][language] }))}
      text={text}
      hint={text.takeIntro}
      button={text.takeIt}
      done={text.taken}
      take={{ ...take, mutate: (chosen) => take.mutate({ ...chosen, language, words }) }}
    />
  )
}
