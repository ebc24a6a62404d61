// For `context.addInitScript`: while `window.deaf` stands in a tab it hears no word of the other tabs
// but the leader's beat; as when whoever wrote died before the word, or the word came too late.
export function shutEars() {
  const { set } = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, 'onmessage');
  Object.defineProperty(BroadcastChannel.prototype, 'onmessage', {
    set(hear) {
      set.call(this, (event) => {
        if (!window.deaf || JSON.parse(event.data).word.beat) hear(event);
      });
    },
  });
}
