// What is asked of a page in the browser, as expressions of JavaScript: each gives a list of what is wrong.
#pragma once

namespace zheye::test {

/// What reaches beyond the right edge of the window, if the page can be moved sideways.
inline constexpr const char* kTooWide = R"((() => {
  const wide = document.documentElement.scrollWidth, room = document.documentElement.clientWidth;
  if (wide <= room) return [];
  return [`${wide} in ${room}`].concat([...document.querySelectorAll('*')]
    .filter(e => e.getBoundingClientRect().right > room + 0.5).map(e => e.tagName + '.' + e.className));
})())";

/// Pictures that did not come.
inline constexpr const char* kMissingPictures = R"((async () => {
  const missing = [];
  for (const image of document.images) {
    image.loading = 'eager';
    try { await image.decode(); } catch { missing.push(image.src); }
    if (!(image.naturalWidth > 0)) missing.push(image.src);
  }
  return missing;
})())";

/// Text whose colour has less than 4.5 : 1 with what is behind it (WCAG 2.2, 1.4.3).
inline constexpr const char* kFaint = R"((() => {
  const parse = text => { const n = text.match(/[\d.]+/g).map(Number); return {rgb: n.slice(0, 3), alpha: n.length > 3 ? n[3] : 1}; };
  const light = rgb => { const c = rgb.map(v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]; };
  const ground = element => { for (let e = element; e; e = e.parentElement) {
    const colour = parse(getComputedStyle(e).backgroundColor); if (colour.alpha === 1) return colour.rgb; } return [255, 255, 255]; };
  const faint = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walker.nextNode());) {
    if (!text.data.trim()) continue;
    const element = text.parentElement, a = light(parse(getComputedStyle(element).color).rgb), b = light(ground(element));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faint.push(`${text.data.trim()} ${ratio.toFixed(2)}`);
  }
  return faint;
})())";

/// Headings that leave out a level, more or fewer than one first heading, missing landmarks, links that say nothing, a
/// page without language.
inline constexpr const char* kOutOfOrder = R"((() => {
  const wrong = [];
  if (document.querySelectorAll('h1').length !== 1) wrong.push('h1');
  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) wrong.push(heading.outerHTML);
    if (!heading.textContent.trim()) wrong.push('an empty heading');
    level = own;
  }
  for (const landmark of ['main', 'footer', 'header']) if (!document.querySelector(landmark)) wrong.push(landmark);
  if (document.querySelectorAll('main').length !== 1) wrong.push('main');
  for (const nav of document.querySelectorAll('nav')) if (!nav.getAttribute('aria-label')) wrong.push('nav');
  for (const link of document.links) if (!link.textContent.trim()) wrong.push(link.outerHTML);
  if (!document.documentElement.lang) wrong.push('lang');
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  if (new Set(ids).size !== ids.length) wrong.push('an id twice');
  for (const one of document.querySelectorAll('[aria-labelledby]'))
    if (!document.getElementById(one.getAttribute('aria-labelledby'))) wrong.push(one.outerHTML);
  return wrong;
})())";

/// What a finger has to hit and is smaller than 24 by 24 (WCAG 2.2, 2.5.8), links inside of text left out.
inline constexpr const char* kSmall = R"((() => [...document.querySelectorAll('a, summary')]
  .filter(e => !e.classList.contains('skip') && getComputedStyle(e).display !== 'inline')
  .map(e => [e, e.getBoundingClientRect()]).filter(([e, r]) => r.height < 24 || r.width < 24).map(([e]) => e.outerHTML))())";

}  // namespace zheye::test
