// What comes over the network to a tab, as it came: compressed, with heads.
export async function countBytes(context, tab, of = () => true) {
  const session = await context.newCDPSession(tab);
  await session.send('Network.enable');
  const open = new Map();
  const counted = { bytes: 0, requests: 0 };
  session.on('Network.requestWillBeSent', ({ requestId, request }) => { if (of(new URL(request.url).pathname)) open.set(requestId, request.url); });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!open.delete(requestId)) return;
    counted.bytes += encodedDataLength;
    counted.requests += 1;
  });
  return counted;
}

/** The browser tells of its last requests a moment later. */
export const settled = () => new Promise((go) => setTimeout(go, 500));
