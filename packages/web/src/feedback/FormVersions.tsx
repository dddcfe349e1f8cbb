import type { FormDetail } from '@weerklank/core/feedback/form.contract'
import { mayPublishForm } from '@weerklank/core/feedback/form.licence'
import { shortDay } from '@weerklank/core/shared/day-words'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Section } from '../ui/Section.tsx'
import { formPageText } from './form-page.text.ts'
import type { FormStatusChange } from './form-status.ts'
import { formFileAddress } from './forms.queries.ts'
import { formsText } from './forms.text.ts'

type Props = {
  form: FormDetail
  /** The version that the page shows. */
  shown: number
  onShow: (version: number) => void
  status: FormStatusChange
}
type Version = FormDetail['versions'][number]

/** The versions of a form: which is asked, and each as a file. */
export function FormVersions({ form, shown, onShow, status }: Props) {
  const text = useText(formPageText)
  return (
    <Section title={text.versions} intro={text.versionsIntro}>
      <ul className="wk-lines">
        {form.versions.map((one) => (
          <li key={one.version} className="wk-forms__line">
            <VersionFacts version={one} isHeldUp={!mayPublishForm(form.licence).allowed} />
            <div className="wk-actions">
              {one.version !== shown && (
                <Button variant="quiet" icon="eye" onClick={() => onShow(one.version)}>
                  {text.look(one.version)}
                </Button>
              )}
              {form.mayKeep && one.status === 'published' && (
                <Button
                  busy={status.busy}
                  aria-label={`${text.retire}: ${text.version} ${one.version}`}
                  onClick={() => status.set(one.version, 'retired')}
                >
                  {text.retire}
                </Button>
              )}
              {form.mayKeep && one.status !== 'published' && one.version !== form.version && (
                <Button
                  variant="quiet"
                  busy={status.busy}
                  aria-label={text.publish(one.version)}
                  onClick={() => status.set(one.version, 'published')}
                >
                  {text.bringBack}
                </Button>
              )}
              <Disclosure label={`${text.files} (${text.version.toLowerCase()} ${one.version})`}>
                <Files form={form.id} version={one.version} />
              </Disclosure>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function VersionFacts({ version, isHeldUp }: { version: Version; isHeldUp: boolean }) {
  const text = useText(formPageText)
  const list = useText(formsText)
  const seen = useDaySeen(useNow())
  return (
    <div>
      <p className="wk-row">
        <strong>
          {text.version} {version.version}
        </strong>
        {version.status === 'published' && isHeldUp ? (
          <Chip tone="warm">{list.standing['held-up']}</Chip>
        ) : (
          <Chip tone={version.status === 'published' ? 'kept' : 'plain'}>{text.status[version.status]}</Chip>
        )}
      </p>
      <p className="wk-muted wk-small">
        {[
          text.brought(version.by, shortDay(version.at, seen)),
          ...(version.label === null ? [] : [text.own(version.label)]),
        ].join(' · ')}
      </p>
    </div>
  )
}

function Files({ form, version }: { form: string; version: number }) {
  const text = useText(formPageText)
  return (
    <ul className="wk-stack wk-stack--tight">
      <li>
        <a href={formFileAddress(form, version)} download>
          {text.asCame}
        </a>
      </li>
      <li>
        <a href={formFileAddress(form, version, '4.0')} download>
          {text.r4}
        </a>
      </li>
      <li>
        <a href={formFileAddress(form, version, '5.0')} download>
          {text.r5}
        </a>
      </li>
    </ul>
  )
}
