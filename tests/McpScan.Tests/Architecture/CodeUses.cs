using System.Reflection;
using System.Reflection.Emit;

namespace McpScan.Tests.Architecture;

/// <summary>What the types of an assembly use, read from signatures and from the instructions of every method body.</summary>
/// <remarks>Source text would do for <c>using</c> lines only; the compiled code also tells what a qualified name or an inferred type uses.</remarks>
internal sealed class CodeUses
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    private readonly HashSet<(Type User, Type Used, string Member)> _all = [];

    private CodeUses(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
        {
            var user = Outermost(type);
            AddType(user, type.BaseType);
            Array.ForEach(type.GetInterfaces(), used => AddType(user, used));
            Array.ForEach(type.GetFields(Declared), field => AddType(user, field.FieldType));
            foreach (var method in type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)))
            {
                AddSignature(user, method);
                AddBody(user, type, method);
            }
        }
    }

    /// <summary>Every use: the outermost type that uses, the type that is used, and the member of it (empty where only the type is named).</summary>
    public IReadOnlyCollection<(Type User, Type Used, string Member)> All => _all;

    public static CodeUses Of(Assembly assembly) => new(assembly);

    private void AddSignature(Type user, MethodBase method)
    {
        AddType(user, (method as MethodInfo)?.ReturnType);
        Array.ForEach(method.GetParameters(), parameter => AddType(user, parameter.ParameterType));
    }

    private void AddBody(Type user, Type declaring, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } code)
        {
            return;
        }

        foreach (var local in body.LocalVariables)
        {
            AddType(user, local.LocalType);
        }

        var typeArguments = declaring.IsGenericType ? declaring.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var token in Tokens(code))
        {
            AddMember(user, method.Module.ResolveMember(token, typeArguments, methodArguments));
        }
    }

    private void AddMember(Type user, MemberInfo? member)
    {
        if (member is Type type)
        {
            AddType(user, type);
        }
        else if (member?.DeclaringType is { } declaring)
        {
            AddType(user, declaring, member.Name);
            if (member is MethodInfo { IsGenericMethod: true } generic)
            {
                Array.ForEach(generic.GetGenericArguments(), argument => AddType(user, argument));
            }
        }
    }

    private void AddType(Type user, Type? used, string member = "")
    {
        while (used is { HasElementType: true })
        {
            used = used.GetElementType();
        }

        if (used is null or { IsGenericParameter: true })
        {
            return;
        }

        _all.Add((user, Outermost(used), member));
        Array.ForEach(used.GetGenericArguments(), argument => AddType(user, argument));
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var i = 0; i < code.Length;)
        {
            var opCode = OpCodesByValue[code[i] == 0xFE ? 0xFE00 | code[i + 1] : code[i]];
            i += opCode.Size;
            switch (opCode.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    yield return BitConverter.ToInt32(code, i);
                    i += 4;
                    break;
                case OperandType.InlineSwitch:
                    i += 4 + (4 * BitConverter.ToInt32(code, i));
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    i += 8;
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    i += 1;
                    break;
                case OperandType.InlineVar:
                    i += 2;
                    break;
                default:
                    i += 4;
                    break;
            }
        }
    }
}
