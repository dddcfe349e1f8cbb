import { Link } from '@tanstack/react-router'
import type { ReadingLevel } from '@weerklank/core/consent/consent'
import { withWords, wordsIn } from '@weerklank/core/feedback/form.build-language'
import { readsWords } from '@weerklank/core/feedback/plain-language.languages'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { componentLater, Later } from '../ui/Later.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { formBuildText } from './form-build.text.ts'
import type { Build } from './form-build.ts'
import type { DraftState } from './form-draft.ts'
import { languageName } from './form-words.ts'

const FormBuildPublish = componentLater(async () => (await import('./FormBuildPublish.tsx')).FormBuildPublish)

const FormBuildHints = componentLater(async () => (await import('./FormBuildHints.tsx')).FormBuildHints)

type Props = {
  build: Build
  state: DraftState
  languages: readonly string[]
  onLanguage: (tag: string) => void
  onLevel: (level: ReadingLevel) => void
}

/** Languages that are asked for most; a file of JSON may bring any other. */
const offered = ['nl', 'en', 'tr', 'ar', 'uk', 'pl']

/** The plain text first: the others are written beside it. */
const levels = ['parent', 'child', 'professional'] as const satisfies readonly ReadingLevel[]

/** Name, languages, undo, and taking it into use. */
export function FormBuildHead({ build, state, languages, onLanguage, onLevel }: Props) {
  const text = useText(formBuildText)
  const reader = useLanguage()
  const { draft, language, source, level } = build
  const { now, kept } = state
  const all = [...new Set([...languages, ...offered])]
  const isBeside = language !== source || level !== 'parent'
  return (
    <>
      <PageHeader
        title={now.title.text || text.untitled}
        back={
          <Link to="/vragenlijsten/$form" params={{ form: kept.form }}>
            {text.back}
          </Link>
        }
        actions={
          <Later open>
            <FormBuildPublish build={build} state={state} />
          </Later>
        }
      >
        {kept.status === 'published' && <p className="wk-muted">{text.nextVersion(kept.version)}</p>}
        <div className="wk-actions">
          <Button variant="quiet" icon="return" onClick={draft.undo}>
            {text.undo}
          </Button>
          <Button variant="quiet" onClick={draft.redo}>
            {text.redo}
          </Button>
          <span className="wk-muted wk-small" role="status">
            {text.keep[state.phase]}
          </span>
          {state.phase === 'failed' && (
            <TextButton onClick={() => void draft.flush()}>{text.again}</TextButton>
          )}
        </div>
        <div role="alert">
          {state.error !== null && <p className="wk-field__error">{state.error.message}</p>}
        </div>
      </PageHeader>
      <div className="wk-build__head">
        <div>
          <TextField
            id="bouw-naam"
            label={text.name}
            maxLength={400}
            autoComplete="off"
            {...(isBeside && {
              hint: level === 'parent' ? text.source(now.title.text) : text.plainly(now.title.text),
            })}
            {...(now.title.text.trim() === '' && { error: text.nameMissing })}
            value={wordsIn(now.title, build)}
            onChange={(words) =>
              draft.change(
                (form) => ({ ...form, title: withWords(form.title, words, build) }),
                `naam ${language} ${level}`,
              )
            }
          />
          <Later open>
            <FormBuildHints build={build} words={wordsIn(now.title, build)} />
          </Later>
        </div>
        <SelectField
          id="bouw-taal"
          label={text.language}
          hint={text.languageHint}
          value={language}
          options={all.map((value) => ({ value, label: languageName(value, reader) }))}
          onChange={(tag) => tag !== null && onLanguage(tag)}
        />
        <SelectField
          id="bouw-niveau"
          label={text.level}
          hint={text.levelHint}
          value={level}
          options={levels.map((value) => ({ value, label: text.levels[value] }))}
          onChange={(chosen) => chosen !== null && onLevel(chosen)}
        />
      </div>
      <p className="wk-muted wk-small wk-build__lint">
        {text.lint} {!readsWords(language) && text.lintWords(languageName(language, reader))}
      </p>
    </>
  )
}
