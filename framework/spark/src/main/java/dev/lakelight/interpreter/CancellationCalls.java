package dev.lakelight.interpreter;

import java.util.HashSet;
import java.util.Set;
import org.apache.xbean.asm9.Opcodes;
import org.apache.xbean.asm9.Type;
import org.apache.xbean.asm9.tree.AbstractInsnNode;
import org.apache.xbean.asm9.tree.InsnList;
import org.apache.xbean.asm9.tree.InsnNode;
import org.apache.xbean.asm9.tree.JumpInsnNode;
import org.apache.xbean.asm9.tree.LabelNode;
import org.apache.xbean.asm9.tree.MethodInsnNode;
import org.apache.xbean.asm9.tree.MethodNode;
import org.apache.xbean.asm9.tree.TryCatchBlockNode;

/** Puts the calls of {@link CancellableCode} into a method. They leave the stack as it is, so frames stay true. */
final class CancellationCalls {

    private static final String TARGET = Type.getInternalName(CancellableCode.class);

    private final MethodNode method;
    private final InsnList code;

    private CancellationCalls(MethodNode method) {
        this.method = method;
        this.code = method.instructions;
    }

    static void insert(MethodNode method) {
        if (method.instructions.size() > 0) {
            new CancellationCalls(method).insert();
        }
    }

    private void insert() {
        insertBeforeJumpsBack();
        insertWhereItCatches();

        if (!method.name.startsWith("<")) {
            code.insert(call("check", "()V"));
        }
    }

    private void insertBeforeJumpsBack() {
        Set<LabelNode> passed = new HashSet<>();

        for (AbstractInsnNode node : code.toArray()) {
            if (node instanceof LabelNode label) {
                passed.add(label);
            } else if (node instanceof JumpInsnNode jump && passed.contains(jump.label)) {
                code.insertBefore(jump, call("check", "()V"));
            }
        }
    }

    private void insertWhereItCatches() {
        Set<LabelNode> handlers = new HashSet<>();

        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (handlers.add(block.handler)) {
                AbstractInsnNode first = firstInstructionAt(block.handler);
                code.insertBefore(first, new InsnNode(Opcodes.DUP));
                code.insertBefore(first, call("caught", "(Ljava/lang/Throwable;)V"));
            }
        }
    }

    /** Labels, line numbers and frames are no instructions. */
    private static AbstractInsnNode firstInstructionAt(LabelNode label) {
        AbstractInsnNode node = label;

        while (node.getOpcode() < 0) {
            node = node.getNext();
        }

        return node;
    }

    private static MethodInsnNode call(String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, TARGET, name, descriptor, false);
    }
}
