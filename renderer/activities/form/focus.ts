/**
 * Brings a field into view and puts the cursor into it, once it is on the page. A group without a field of its own gets
 * its first field.
 */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => focusNow(id))
  })
}

function focusNow(id: string): void {
  const element = document.getElementById(id)
  if (!element) return
  element.scrollIntoView({ block: 'center' })
  const field = element.matches('input, textarea, button')
    ? element
    : (element.querySelector<HTMLElement>('input:not([type=hidden]), textarea, button') ?? element)
  field.focus({ preventScroll: true })
}
