import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { toHostedRequest, toLabelList, toVitRequest, type HostedService } from './hosted-request'

const labels = ["it's a $(touch x) `car`", 'red, "big" \\ truck', '汽车', '__proto__']
const question = { file: 'holi\'day ".jpg', labels, template: 'a photo of a {}' }
const services: readonly HostedService[] = ['vehicore', 'roboflow', 'hugging-face']

it('lists labels as the service has them, with quotes where a label holds a comma', () => {
  expect(toLabelList(['car', 'document'])).toBe('car,document')
  expect(toLabelList(['red, green', 'a "big" dog'])).toBe('"red, green","a ""big"" dog"')
})

it.each(services)('curl for %s: the shell passes every label on as it is', (service) => {
  const command = toHostedRequest(service, 'curl', question)
  // The shell's own reading, with its commands replaced by printing.
  const seen = execFileSync('sh', ['-s'], {
    input: `curl() { printf '%s\\n' "$@"; [ "$1" = -X ] && case "$*" in *binary*) cat;; esac; }; base64() { printf B64; }\n${command.replace(/< '(?:[^']|'\\'')*'/, '')}`,
    encoding: 'utf8',
  })
  if (service === 'vehicore') {
    const address = seen.split('\n').find((line) => line.startsWith('https://')) ?? ''
    expect(new URL(address).searchParams.get('labels')).toBe(toLabelList(labels))
    return
  }
  const body = JSON.parse(seen.split('\n').at(-1) ?? '') as Record<string, unknown>
  expect(JSON.stringify(body)).toContain('B64')
  expect(body.prompt ?? (body.parameters as { candidate_labels: unknown }).candidate_labels).toEqual(labels)
})

it.each(services)(
  'JavaScript and Python for %s hold the labels as strings that cannot end early',
  (service) => {
    for (const language of ['javascript', 'python'] as const) {
      const code = toHostedRequest(service, language, question)
      for (const label of labels)
        expect(
          code.includes(JSON.stringify(label)) || code.includes(encodeURIComponent(toLabelList(labels))),
        ).toBe(true)
    }
  },
)

it('asks Hugging Face with the person’s template', () => {
  expect(toHostedRequest('hugging-face', 'python', question)).toContain(
    '"hypothesis_template": "a photo of a {}"',
  )
})

it('asks VehiCore’s classifier with the model’s name where it has one, and no labels', () => {
  const python = toVitRequest('python', { file: question.file, vitModel: 'Xenova/resnet-18' })
  expect(python).toContain('/api/image-classification/vit?vitModel=Xenova%2Fresnet-18"')
  expect(python).toContain(JSON.stringify(question.file))
  const curl = toVitRequest('curl', { file: question.file, vitModel: null })
  expect(curl).toContain("'https://YOUR-HOST/api/image-classification/vit'")
  expect(toVitRequest('javascript', { file: '', vitModel: null })).toContain("form.append('image', picture)")
})
