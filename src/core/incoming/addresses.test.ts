import { describe, expect, it } from 'vitest'
import { draggedAddresses } from './dragged-addresses'
import { findAddresses, readTypedAddress } from './find-addresses'

const a = 'https://pictures.example/a.jpg'
const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

describe('addresses in a text', () => {
  it.each([
    ['red car, blue car', [], 'red car, blue car'],
    [a, [a], ''],
    [` ${a}\n`, [a], ''],
    [`${a}\nhttp://other.example/b?w=1,2`, [a, 'http://other.example/b?w=1,2'], ''],
    [`${a}, ${a}`, [a], ''],
    [`red car\n${a}\nblue car`, [a], 'red car\n\nblue car'],
    [dot, [dot], ''],
    ['https://user:secret@pictures.example/a.jpg', [], 'https://user:secret@pictures.example/a.jpg'],
    ['http://, a', [], 'http://, a'],
    ['www.example.com/cat.jpg', ['www.example.com/cat.jpg'], ''],
    ['red, localhost:4616/cors/frog.JPG', ['localhost:4616/cors/frog.JPG'], 'red,'],
    ['ftp://pictures.example/cat.webp', ['ftp://pictures.example/cat.webp'], ''],
    ['file:///home/me/cat.png', ['file:///home/me/cat.png'], ''],
    ['C:\\Users\\me\\cat.jpg', ['C:\\Users\\me\\cat.jpg'], ''],
    ['cat.jpg, and/or, a photo: 1/2, node.js', [], 'cat.jpg, and/or, a photo: 1/2, node.js'],
  ])('%j', (text, addresses, rest) => {
    expect(findAddresses(text)).toEqual({ addresses, rest })
  })

  it('take time in proportion to the text', () => {
    for (const part of ['http://', '/', 'a.', 'C:/.jpg'])
      expect(findAddresses(part.repeat(200_000)).addresses.length).toBeLessThan(2)
  })
})

it.each([
  ['pictures.example/a.jpg', 'https://pictures.example/a.jpg'],
  ['localhost:8080/a.jpg', 'http://localhost:8080/a.jpg'],
  ['http://pictures.example/a.jpg', 'http://pictures.example/a.jpg'],
  [dot, dot],
  ['red car', null],
  ['red', null],
  ['red/car.jpg', null],
  ['', null],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
])('typed: %j', (text, address) => {
  expect(readTypedAddress(text)).toBe(address)
})

describe('a drag from another page', () => {
  const none = { html: '', uriList: '', text: '' }

  it('is about its picture, not about the page that this links to', () => {
    const html =
      '<a href="https://page.example/"><img alt="a > b" src="https://pictures.example/a.jpg?x=1&amp;y=2"></a>'
    expect(
      draggedAddresses({ html, uriList: 'https://page.example/', text: 'https://page.example/' }),
    ).toEqual(['https://pictures.example/a.jpg?x=1&y=2'])
  })

  it.each([
    [{ ...none, html: `<img src='${a}'>` }, [a]],
    [{ ...none, html: '<img src=//pictures.example/a.jpg>' }, [a]],
    [{ ...none, html: `<img src="${dot}">` }, [dot]],
    [{ ...none, html: '<img src="/relative.jpg">', uriList: `# a remark\r\n${a}\r\n` }, [a]],
    [{ ...none, html: '<b>red car</b>', text: 'red car' }, []],
    [{ ...none, text: a }, [a]],
    [{ ...none, html: '<img src="javascript:alert(1)">' }, []],
  ])('%j', (texts, addresses) => {
    expect(draggedAddresses(texts)).toEqual(addresses)
  })
})
