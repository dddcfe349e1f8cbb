import type { TranscriptLook } from '@weerklank/core/dialogue/after.contract'
import { transcriptNoteWords, transcriptProblemWords } from '@weerklank/core/dialogue/transcript.words'
import { type ChangeEvent, type FormEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FieldFrame } from '../ui/FieldFrame.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { fieldState } from '../ui/field.ts'
import { Section } from '../ui/Section.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useLookAtTranscript, useRemoveTranscript, useTakeTranscript } from './after.queries.ts'
import { afterText } from './after.text.ts'
import type { AfterPart } from './after-part.ts'
import { base64Of } from './file-base64.ts'

/** The longest file, in bytes; as the contract takes it. */
const fileAtMost = 8 * 1024 * 1024

/** Transcripts: a file is looked at first, then taken in as far as whoever spoke agrees. */
export function AfterTranscripts({ meeting, after }: AfterPart) {
  const text = useText(afterText)
  const remove = useRemoveTranscript(meeting)
  return (
    <Section title={text.transcripts} intro={text.transcriptsIntro}>
      {after.transcripts.length > 0 && (
        <ul className="wk-lines">
          {after.transcripts.map(({ id, title, kept, turns }) => (
            <li key={id}>
              {title} <span className="wk-muted wk-small">{text.kept(kept, turns)}</span>{' '}
              <TextButton className="wk-small wk-no-print" onClick={() => remove.mutate(id)}>
                {text.remove}
              </TextButton>
            </li>
          ))}
        </ul>
      )}
      <Choose meeting={meeting} after={after} />
    </Section>
  )
}

type Chosen = { name: string; file: string; look: TranscriptLook }

function Choose({ meeting, after }: AfterPart) {
  const text = useText(afterText)
  const language = useLanguage()
  const look = useLookAtTranscript(meeting)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [wrong, setWrong] = useState<string>()
  async function handleFile(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    setChosen(null)
    setWrong(undefined)
    if (file === undefined) return
    if (file.size > fileAtMost) return setWrong(text.tooBig)
    const bytes = await base64Of(file)
    look.mutate(bytes, {
      onSuccess: (found) => setChosen({ name: file.name, file: bytes, look: found }),
      onError: (error) => setWrong(error.message),
    })
  }
  const problem = chosen?.look.problem ?? null
  const error = problem === null ? wrong : transcriptProblemWords(problem, language)
  const field = { id: 'transcript', label: text.choose, hint: text.chooseHint, error, optional: true }
  return (
    <div className="wk-no-print wk-stack">
      <FieldFrame field={field}>
        <input
          {...fieldState(field)}
          type="file"
          accept=".vtt,.srt,.txt,.docx"
          onChange={(event) => void handleFile(event)}
        />
      </FieldFrame>
      {chosen !== null && problem === null && (
        <WhoIsWho key={chosen.file.length} {...{ meeting, after, chosen }} />
      )}
    </div>
  )
}

/** Nobody's words go back to whoever spoke before; who is unknown is not taken in. */
const nobody = 'nobody'

function WhoIsWho({ meeting, after, chosen }: AfterPart & { chosen: Chosen }) {
  const text = useText(afterText)
  const take = useTakeTranscript(meeting)
  const { look, file } = chosen
  const [id] = useState(newId)
  const [title, setTitle] = useState(chosen.name.slice(0, 120))
  const [who, setWho] = useState<Record<string, string | null>>(
    Object.fromEntries(look.speakers.map(({ label, place }) => [label, place])),
  )
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    const speakers = Object.entries(who).flatMap(([label, place]) =>
      place === null ? [] : [{ label, place: place === nobody ? null : place }],
    )
    take.mutate({ id, title, file, speakers })
  }
  const options = [
    ...after.places.map(({ id: value, name, mayAnalyse }) => ({
      value,
      label: mayAnalyse ? name : `${name} (${text.noConsent})`,
    })),
    { value: nobody, label: text.nobody },
  ]
  if (take.data !== undefined) {
    const { kept, withoutConsent, nobodyKnown } = take.data
    return <p role="status">{text.taken(kept, withoutConsent, nobodyKnown)}</p>
  }
  return (
    <form className="wk-stack" onSubmit={handleSubmit} noValidate>
      <h3>{text.whoIs}</h3>
      <p>{text.found(look.lines)}</p>
      {look.speakers.map(({ label, lines, example }) => (
        <SelectField
          key={label}
          {...{ id: `who-${label}`, label, optional: true, options, value: who[label] ?? null }}
          hint={`${text.speaks(lines)} · ‘${example}’`}
          onChange={(place) => setWho({ ...who, [label]: place })}
        />
      ))}
      <Notes look={look} />
      <TextField id="title" label={text.titleField} value={title} onChange={setTitle} />
      <FormEnd error={take.error?.message} busy={take.isPending} variant="outline">
        {text.take}
      </FormEnd>
    </form>
  )
}

function Notes({ look }: { look: TranscriptLook }) {
  const text = useText(afterText)
  const language = useLanguage()
  if (look.notes.length === 0) return null
  return (
    <Disclosure label={`${text.notes} (${look.notes.length + look.moreNotes})`}>
      <ul className="wk-lines wk-small">
        {look.notes.map(({ line, code, value }) => (
          <li key={`${line} ${code}`}>
            {text.line(line)}: {transcriptNoteWords(code, language)} <span className="wk-muted">{value}</span>
          </li>
        ))}
      </ul>
      {look.moreNotes > 0 && <p className="wk-small">{text.moreNotes(look.moreNotes)}</p>}
    </Disclosure>
  )
}
