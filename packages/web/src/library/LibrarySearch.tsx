import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { libraryText } from './library.text.ts'

type Props = {
  text: string
  onSearch: (text: string) => void
}

/** The words to look for; they are sent when one says so, and stand in the address then. */
export function LibrarySearch({ text: looked, onSearch }: Props) {
  const text = useText(libraryText)
  const [typed, setTyped] = useState(looked)
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    onSearch(typed.trim())
  }
  return (
    <search className="wk-no-print">
      <form className="wk-library-search" onSubmit={handleSubmit}>
        <TextField
          id="kennis-zoek"
          type="search"
          label={text.search}
          hint={text.searchHint}
          value={typed}
          maxLength={100}
          onChange={setTyped}
        />
        <Button type="submit" icon="search">
          {text.searchButton}
        </Button>
      </form>
    </search>
  )
}
