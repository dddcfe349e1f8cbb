import './field.css'

export function FieldError({ id, children }: { id: string; children: string | undefined }) {
  if (children === undefined) return null
  return (
    <p className="wk-field__error" id={`${id}-error`}>
      {children}
    </p>
  )
}
