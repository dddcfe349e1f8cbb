import './password-field.css'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { TextButton } from '../ui/TextButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { accessText } from './access.text.ts'

type Props = {
  id: string
  label: string
  autoComplete: 'current-password' | 'new-password'
  value: string
  onChange: (value: string) => void
  hint?: string
  error: string | undefined
}

/** A password that one can look at while typing: the way to get a long one right. Pasting works as everywhere. */
export function PasswordField(props: Props) {
  const text = useText(accessText)
  const [shown, setShown] = useState(false)
  return (
    <div className="wk-password">
      <TextField {...props} type={shown ? 'text' : 'password'} spellCheck={false} />
      <TextButton aria-pressed={shown} aria-controls={props.id} onClick={() => setShown(!shown)}>
        {text.passwordShow}
      </TextButton>
    </div>
  )
}
