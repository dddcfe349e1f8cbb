import { useMutation } from '@tanstack/react-query'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { Section } from '../ui/Section.tsx'
import { accountText } from './account.text.ts'
import { takeMyData } from './my-data.ts'

/** Everything that is kept about oneself, as a file. */
export function AccountData() {
  const text = useText(accountText)
  const take = useMutation({
    mutationFn: takeMyData,
    onSuccess: () => notify({ text: text.dataTaken }),
  })
  return (
    <Section title={text.dataTitle} intro={text.dataIntro}>
      <div className="wk-actions">
        <Button busy={take.isPending && take.variables === 'html'} onClick={() => take.mutate('html')}>
          {text.dataPage}
        </Button>
        <Button busy={take.isPending && take.variables === 'json'} onClick={() => take.mutate('json')}>
          {text.dataFile}
        </Button>
      </div>
      <div role="alert">{take.error !== null && <p className="wk-field__error">{take.error.message}</p>}</div>
    </Section>
  )
}
