// For other sites: frames of this gallery take the height that they ask for.
(() => {
  const place = new URL('embed/', new URL(document.currentScript.getAttribute('src'), location.href));
  const frames = () => [...document.querySelectorAll('iframe')].filter((one) => one.src.startsWith(place.href));
  addEventListener('message', ({ data, source, origin: from }) => {
    const frame = frames().find((one) => one.contentWindow === source);
    // A frame that is sealed off has the origin null.
    if (!frame || data?.message !== 'height' || ![place.origin, 'null'].includes(from)) return;
    const height = Number(data.value);
    if (height >= 0 && height < 2e4) frame.style.height = `${height}px`;
  });
  for (const one of frames()) one.contentWindow.postMessage({ message: 'ready' }, '*');
})();
