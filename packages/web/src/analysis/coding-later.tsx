import { type ComponentProps, Suspense } from 'react'
import { componentLater, Later } from '../ui/Later.tsx'
import type { CodeAsideProps } from './CodeAside.tsx'
import type { CodeForm as Form } from './CodeForm.tsx'
import type { PickedPicker as Picker } from './PickedPicker.tsx'

const LaterAside = componentLater(async () => (await import('./CodeAside.tsx')).CodeAside)
const LaterForm = componentLater(async () => (await import('./CodeForm.tsx')).CodeForm)
const LaterPicker = componentLater(async () => (await import('./PickedPicker.tsx')).PickedPicker)
const LaterSearch = componentLater(async () => (await import('./TextSearch.tsx')).TextSearch)

export function CodeAside(props: CodeAsideProps) {
  return (
    <Suspense fallback={null}>
      <LaterAside {...props} />
    </Suspense>
  )
}

export function CodeForm(props: ComponentProps<typeof Form>) {
  return (
    <Later open={props.open}>
      <LaterForm {...props} />
    </Later>
  )
}

export function PickedPicker(props: ComponentProps<typeof Picker>) {
  return (
    <Later open={props.desk.choosing !== null}>
      <LaterPicker {...props} />
    </Later>
  )
}

export function TextSearch({ analysis, open }: { analysis: string; open: boolean }) {
  return (
    <Later open={open}>
      <div hidden={!open}>
        <LaterSearch analysis={analysis} />
      </div>
    </Later>
  )
}
