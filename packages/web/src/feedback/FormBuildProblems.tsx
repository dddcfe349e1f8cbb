import type { FormModel } from '@weerklank/core/feedback/form'
import { findItem } from '@weerklank/core/feedback/form.build'
import { buildProblems } from '@weerklank/core/feedback/form.build-check'
import { useText } from '../language/use-text.ts'
import { Section } from '../ui/Section.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { formBuildText } from './form-build.text.ts'

/** What has to be mended before it is asked, each leading to its place. */
export function FormBuildProblems({ form, onOpen }: { form: FormModel; onOpen: (linkId: string) => void }) {
  const text = useText(formBuildText)
  const problems = buildProblems(form)
  const name = (linkId: string) => findItem(form, linkId)?.text?.text.trim() || text.untitled
  return (
    <Section title={text.problems}>
      <div id="bouw-te-doen" tabIndex={-1}>
        {problems.length === 0 ? (
          <p>{text.allWell}</p>
        ) : (
          <ul className="wk-stack wk-stack--tight">
            {problems.map(({ kind, linkId }) => (
              <li key={`${kind} ${linkId}`}>
                {linkId === null ? (
                  text.ofForm
                ) : (
                  <TextButton onClick={() => onOpen(linkId)}>{name(linkId)}</TextButton>
                )}
                {': '}
                {text.problem[kind]}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  )
}
