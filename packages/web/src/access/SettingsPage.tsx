import './members.css'
import { useQuery } from '@tanstack/react-query'
import type { Settings } from '@weerklank/core/access/settings.contract'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Kiosks } from './Kiosks.tsx'
import { settingsQuery, useChangeSettings } from './settings.queries.ts'
import { settingsText } from './settings.text.ts'
import { draftOf, problemsOf, type SettingsDraft, type SettingsField, settingsOf } from './settings-form.ts'

/** What goes for everybody in the workspace, for its administrator. */
export function SettingsPage() {
  const text = useText(settingsText)
  const query = useQuery(settingsQuery)
  return (
    <>
      <PageHeader title={text.title} intro={text.intro} />
      <PageState query={query}>{(settings) => <SettingsForm settings={settings} />}</PageState>
      <div className="wk-settings__more">
        <Kiosks />
      </div>
    </>
  )
}

const ids: Record<SettingsField, string> = {
  name: 'instelling-naam',
  timeZone: 'instelling-tijdzone',
  idleMinutes: 'instelling-minuten',
}

function SettingsForm({ settings }: { settings: Settings }) {
  const text = useText(settingsText)
  const [draft, setDraft] = useState(() => draftOf(settings))
  const [attempt, setAttempt] = useState(0)
  const change = useChangeSettings()
  const problems = problemsOf(draft)

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    const wanted = settingsOf(draft)
    const [first] = problems
    if (wanted === null) return first && document.getElementById(ids[first])?.focus()
    try {
      setDraft(draftOf(await change.mutateAsync(wanted)))
      notify({ text: text.saved })
    } catch {
      // Said at the end of the form, where all that was typed still stands.
    }
  }

  const wrong = (field: SettingsField, message: string) =>
    attempt > 0 && problems.includes(field) ? message : undefined
  const set = (part: Partial<SettingsDraft>) => setDraft({ ...draft, ...part })
  return (
    <form className="wk-stack wk-settings" noValidate onSubmit={handleSubmit}>
      <Section title={text.house}>
        <div className="wk-stack">
          <TextField
            id={ids.name}
            label={text.name}
            hint={text.nameHint}
            error={wrong('name', text.nameMissing)}
            maxLength={120}
            value={draft.name}
            onChange={(name) => set({ name })}
          />
          <TextField
            id={ids.timeZone}
            label={text.timeZone}
            hint={text.timeZoneHint}
            error={wrong('timeZone', text.timeZoneWrong)}
            spellCheck={false}
            value={draft.timeZone}
            onChange={(timeZone) => set({ timeZone })}
          />
        </div>
      </Section>
      <Section title={text.access}>
        <div className="wk-stack">
          <CheckboxField
            id="instelling-tweede-stap"
            label={text.secondFactor}
            hint={text.secondFactorHint}
            checked={draft.secondFactorRequired}
            onChange={(secondFactorRequired) => set({ secondFactorRequired })}
          />
          <TextField
            id={ids.idleMinutes}
            label={text.idle}
            hint={text.idleHint}
            error={wrong('idleMinutes', text.idleWrong)}
            inputMode="numeric"
            value={draft.idleMinutes}
            onChange={(idleMinutes) => set({ idleMinutes })}
          />
          <CheckboxField
            id="instelling-programmas"
            label={text.apiTokens}
            hint={text.apiTokensHint}
            checked={draft.apiTokens}
            onChange={(apiTokens) => set({ apiTokens })}
          />
        </div>
      </Section>
      <Responsible profile={draft.profile} onChange={(profile) => set({ profile })} />
      <FormEnd error={change.error?.message} busy={change.isPending}>
        {text.save}
      </FormEnd>
    </form>
  )
}

type ResponsibleProps = { profile: Settings['profile']; onChange: (profile: Settings['profile']) => void }

function Responsible({ profile, onChange }: ResponsibleProps) {
  const text = useText(settingsText)
  return (
    <Section title={text.people} intro={text.peopleIntro}>
      <div className="wk-stack">
        {(['controller', 'contact', 'privacyOfficer'] as const).map((field) => (
          <TextField
            key={field}
            id={`instelling-${field}`}
            label={text[field]}
            hint={field === 'contact' ? text.contactHint : undefined}
            optional
            maxLength={200}
            value={profile[field]}
            onChange={(value) => onChange({ ...profile, [field]: value })}
          />
        ))}
      </div>
    </Section>
  )
}
