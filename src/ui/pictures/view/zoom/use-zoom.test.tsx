import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { useZoom } from './use-zoom'

/** One picture after another, each on a stage of its own, as the large view has them. */
const Stage = ({ width }: { readonly width: number }) => {
  const { attach, look } = useZoom('ready', true)
  return (
    <div ref={attach} style={{ width: 200, height: 200 }}>
      <div data-fits={width} style={{ width: 100, height: 100 }} />
      <output>{look.percent}</output>
    </div>
  )
}

it('pictures that follow one another faster than the page has time for anything else are measured, each at once', () => {
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  const said = Array.from({ length: 120 }, (_, i) => {
    flushSync(() => {
      root.render(<Stage key={i} width={100 + i * 100} />)
    })
    return document.querySelector('output')?.textContent
  })
  expect(said.slice(0, 4)).toEqual(['100', '50', '33', '25'])
  expect(said.at(-1)).toBe('1')
  root.unmount()
  document.body.replaceChildren()
})
